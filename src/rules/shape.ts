import { closestMatch } from 'leven'

/** A key of an object or an index of a list. */
export type Step = string | number

/** What is wrong with a value that a user wrote. */
export interface Problem {
  /** The way to it from the outermost value. */
  readonly path: readonly Step[]
  /** The key itself is wrong, not what stands under it. */
  readonly isKey: boolean
  /** `Expected ..., not: ...` */
  readonly message: string
}

/** Tells what is wrong with a value at a place: nothing where it is as it should be. */
export type Shape = (value: unknown, path: readonly Step[]) => readonly Problem[]

/** Values that have a form of their own; the test says what was expected, or null. */
export function matching(test: (value: unknown) => string | null): Shape {
  return (value, path) => {
    const expected = test(value)
    return expected === null ? [] : [problem(path, `Expected ${expected}, not: ${shown(value)}`)]
  }
}

export const text: Shape = matching((value) => (typeof value === 'string' && value !== '' ? null : 'a text'))
export const flag: Shape = matching((value) => (typeof value === 'boolean' ? null : 'true or false'))

export const number: Shape = matching((value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? null : 'a number',
)

export function oneOf(values: readonly string[]): Shape {
  const expected = `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
  return matching((value) => (values.some((one) => one === value) ? null : expected))
}

/** One shape or the other; what is wrong is told by the second. */
export function either(first: Shape, second: Shape): Shape {
  return (value, path) => (first(value, path).length === 0 ? [] : second(value, path))
}

export function listOf(shape: Shape): Shape {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, i) => shape(one, [...path, i]))
      : [problem(path, `Expected a list, not: ${shown(value)}`)]
}

/** One, or a list of them. */
export function oneOrMore(shape: Shape): Shape {
  const list = listOf(shape)
  return (value, path) => (Array.isArray(value) ? list(value, path) : shape(value, path))
}

/** An object with known keys, none of which has to be there. */
export function objectOf(shapes: Readonly<Record<string, Shape>>): Shape {
  const known = Object.keys(shapes)
  return mapOf((key) => {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    return shape ?? `Expected a known key, not: ${key}${suggestion(key, known)}`
  })
}

/** An object with keys of a form; `shapeOf` says what is under a key, or what is wrong with it. */
export function mapOf(shapeOf: (key: string) => Shape | string): Shape {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [problem(path, `Expected an object, not: ${shown(value)}`)]
    return Object.entries(value).flatMap(([key, inner]) => {
      const shape = shapeOf(key)
      const here = [...path, key]
      if (typeof shape === 'string') return [{ path: here, isKey: true, message: shape }]
      // A key without a value is not there; JSON has none, JavaScript has.
      return inner === undefined ? [] : shape(inner, here)
    })
  }
}

/** A shape with something that is to be looked at where the shape is as it should be. */
export function also(shape: Shape, more: Shape): Shape {
  return (value, path) => {
    const problems = shape(value, path)
    return problems.length > 0 ? problems : more(value, path)
  }
}

export function problem(path: readonly Step[], message: string): Problem {
  return { path, isKey: false, message }
}

/** Share of a word's letters that a slip of the fingers may change. */
const MAX_CHANGED_SHARE = 0.4
const MAX_SHOWN_CHARS = 60

function suggestion(key: string, known: readonly string[]): string {
  const found = closestMatch(key, known, { maxDistance: Math.ceil(key.length * MAX_CHANGED_SHARE) })
  return found === undefined ? '' : ` (did you mean ${found}?)`
}

/** A value as its writer knows it. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  if (value === '') return 'an empty text'
  return value.length > MAX_SHOWN_CHARS ? `${value.slice(0, MAX_SHOWN_CHARS - 1).toWellFormed()}…` : value
}
