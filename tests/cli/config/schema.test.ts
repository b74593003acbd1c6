import Ajv2020 from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../../src/cli/config/clean-article.config.schema.json' with { type: 'json' }
import { CONFIG_KEYS, SCHEMA_KEY, SITES_KEY, toFlag } from '../../../src/cli/config/keys.ts'
import { toSettings } from '../../../src/cli/settings.ts'
import { checkRules } from '../../../src/rules/check.ts'
import { FIELD_RULES, VERDICT_RULES } from '../../../src/rules/siteRules.ts'
import { selectorProblem } from '../../../src/segment/selectors.ts'

const validate = new Ajv2020.default({ strict: true, allErrors: true }).compile(schema)

describe('the schema and the table of keys', () => {
  test('have the same keys', () => {
    const keys = [SCHEMA_KEY, ...CONFIG_KEYS.map(({ name }) => name), SITES_KEY]
    expect(Object.keys(schema.properties)).toEqual(keys)
    expect(Object.keys(schema.$defs.rules.properties)).toEqual(['paths', ...VERDICT_RULES, ...FIELD_RULES])
  })

  type Property = { readonly enum?: readonly string[]; readonly type?: string; readonly oneOf?: unknown }
  const properties: Readonly<Record<string, Property>> = schema.properties

  test.each(CONFIG_KEYS.map(({ name, shape }) => [name, shape] as const))('agree on %s', async (name, shape) => {
    const { enum: values, type } = properties[name] ?? {}
    expect(shape(true, []).length === 0).toBe(type === 'boolean')
    for (const value of values ?? []) {
      expect(shape(value, [])).toEqual([])
      await expect(toSettings([], { [name]: toFlag(value) })).resolves.toBeDefined()
    }
    const refused = values === undefined ? [] : ['nonsense']
    for (const value of refused) await expect(toSettings([], { [name]: value })).rejects.toThrow('nonsense')
  })
})

describe('configurations', () => {
  test.each([
    {},
    {
      $schema: './node_modules/clean-article/dist/clean-article.config.schema.json',
      format: 'json',
      inputFormat: 'text',
      removed: true,
      tables: 'gfm',
      frontMatter: 'none',
      encoding: 'windows-1252',
      language: 'pt-BR',
      jobs: 4,
      require: 'title,date',
      minConfidence: 0.5,
      maxFailures: '5%',
      quiet: true,
      exitZero: false,
      sites: {},
    },
    { sites: { '*': { remove: ['aside', { line: 'Share*' }], title: 'h1' } } },
    {
      sites: {
        'a.test': { paths: ['crawl/**'], keep: [], date: ['time', { line: '* *', take: 2 }], author: { line: 'By *' } },
      },
    },
  ])('valid: %j', (value) => {
    validate(value)
    expect(validate.errors).toBeNull()
    expect(checkRules(value.sites ?? {}, selectorProblem)).toEqual([])
  })

  test.each([
    [],
    { titel: 1 },
    { format: 'md' },
    { inputFormat: 'pdf' },
    { removed: 'yes' },
    { tables: 1 },
    { encoding: '' },
    { exitZero: 1 },
    { jobs: 0 },
    { jobs: '4' },
    { minConfidence: 2 },
    { maxFailures: -1 },
    { maxFailures: 'many' },
    { sites: [] },
  ])('invalid: %j', (value) => {
    expect(validate(value)).toBe(false)
  })

  test.each([
    { 'https://a.test/': {} },
    { '*.a.test': {} },
    { '*': { paths: ['a'] } },
    { 'a.test': { titel: 'h1' } },
    { 'a.test': { keep: 'p' } },
    { 'a.test': { keep: [''] } },
    { 'a.test': { keep: [3] } },
    { 'a.test': { keep: [{ line: '**' }] } },
    { 'a.test': { keep: [{}] } },
    { 'a.test': { keep: [{ line: 'a', take: 1 }] } },
    { 'a.test': { title: { line: 'a' } } },
    { 'a.test': { title: { line: '*', take: 0 } } },
    { 'a.test': { title: 3 } },
    { 'a.test': { paths: ['{a,b}'] } },
    { 'a.test': { paths: ['!a'] } },
    { 'a.test': { paths: 'a' } },
  ])('invalid rules, for the command as well: %j', (sites) => {
    expect(validate({ sites })).toBe(false)
    expect(checkRules(sites, selectorProblem)).not.toEqual([])
  })
})
