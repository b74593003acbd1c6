/**
 * Faults on demand, so that tests can see a run survive them: a page with the id in one of these variables takes its
 * worker down. Nothing in a page can do so.
 */
const FAULTS: Readonly<Record<string, () => void>> = {
  CLEAN_ARTICLE_TEST_CRASH: () => process.abort(),
  CLEAN_ARTICLE_TEST_EXIT: () => process.exit(0),
  CLEAN_ARTICLE_TEST_MEMORY: () => {
    const held: number[][] = []
    for (;;) held.push(Array.from({ length: 10_000 }, Math.random))
  },
  CLEAN_ARTICLE_TEST_HANG: () => {
    for (;;);
  },
  // Within native code, where a thread could not be stopped.
  CLEAN_ARTICLE_TEST_NATIVE_HANG: () => {
    for (;;) 'a,'.repeat(5e7).split(',')
  },
}

const WANTED = Object.entries(FAULTS).filter(([name]) => process.env[name] !== undefined)

/** Fail as a test wants it. */
export function meetFault(id: string | null): void {
  for (const [name, fail] of WANTED) if (process.env[name] === id) fail()
}
