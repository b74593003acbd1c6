/** Tables about the characters of formulas and what they are called in LaTeX with amsmath. */

type Pair = readonly [string, string]

/** `α alpha β beta`: characters, each with the name of its command. */
function commands(words: string): Pair[] {
  const all = words.split(' ')
  return all.flatMap((word, i): Pair[] => (i % 2 === 0 ? [[word, `\\${all[i + 1]}`]] : []))
}

const same = (characters: string): Pair[] => [...characters].map((character): Pair => [character, character])

const LETTERS = commands(
  'α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu ' +
    'µ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega ' +
    'Γ Gamma Δ Delta ∆ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∞ infty ∂ partial ' +
    '∇ nabla ℏ hbar ℓ ell ℘ wp ℜ Re ℑ Im ℵ aleph ∅ emptyset ∀ forall ∃ exists ∄ nexists ¬ neg ⊤ top ⊥ bot ∠ angle ' +
    '′ prime … ldots ⋯ cdots ⋮ vdots ⋱ ddots † dagger ‡ ddagger § S ¶ P ° degree',
)

/** Relations and operators between two things, with what they are called. */
export const INFIX: ReadonlyMap<string, string> = new Map([
  ...same('-+=<>/'),
  ['−', '-'],
  ['∕', '/'],
  ...commands(
    '± pm ∓ mp × times ÷ div · cdot ⋅ cdot ∗ ast * ast ⋆ star ∘ circ ⊕ oplus ⊖ ominus ⊗ otimes ⊙ odot ∧ wedge ∨ vee ' +
      '∩ cap ∪ cup ∖ setminus ≤ leq ≥ geq ⩽ leqslant ⩾ geqslant ≪ ll ≫ gg ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ' +
      '∝ propto ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ≺ prec ≻ succ → to ← leftarrow ' +
      '↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ⟶ longrightarrow ⟵ longleftarrow ⟹ Longrightarrow ' +
      '⟺ Longleftrightarrow ↦ mapsto ∣ mid ∥ parallel ⊢ vdash ⊨ models ⇌ rightleftharpoons ∴ therefore ∵ because',
  ),
])

const LARGE = commands(
  '∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋂ bigcap ⋃ bigcup ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes',
)

const BRACKETS = commands('⟨ langle ⟩ rangle ⌈ lceil ⌉ rceil ⌊ lfloor ⌋ rfloor ‖ Vert ↑ uparrow ↓ downarrow')

/** Characters that mean something in TeX, and those that are not seen: applied functions, products without a sign. */
const LITERALS: readonly Pair[] = [
  ...[...'{}%&#$_'].map((character): Pair => [character, `\\${character}`]),
  ...commands('\\ backslash ~ sim ^ wedge'),
  ...[...'\u2061\u2062\u2063\u2064\u200b\u2060'].map((hidden): Pair => [hidden, '']),
]

/** What a character of a formula is called, where not by itself. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([...LETTERS, ...INFIX, ...LARGE, ...BRACKETS, ...LITERALS])

const LIMITS = 'lim max min sup inf limsup liminf det gcd Pr'.split(' ')

/** Functions with a command; others are named in upright letters. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...'sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan log ln lg exp dim ker hom arg deg'.split(' '),
  ...LIMITS,
])

/** What has its limits under and over itself without being told. */
export const TAKES_LIMITS: ReadonlySet<string> = new Set([
  ...LARGE.map(([, name]) => name),
  ...LIMITS.map((name) => `\\${name}`),
])

/** What a sign over something makes of it. */
export const OVER: ReadonlyMap<string, string> = new Map(
  commands(
    '¯ bar ‾ bar ˉ bar ― overline _ overline ^ hat ˆ hat ~ tilde ˜ tilde ∼ tilde → vec ⃗ vec ← overleftarrow ˙ dot . dot ' +
      '¨ ddot ˇ check ˘ breve ´ acute ` grave ⏞ overbrace',
  ),
)

/** What a sign under something makes of it. */
export const UNDER: ReadonlyMap<string, string> = new Map(
  commands('_ underline ¯ underline ‾ underline ̲ underline ― underline ⏟ underbrace'),
)

/** Environments of a table by the brackets around it. */
export const MATRICES: ReadonlyMap<string, string> = new Map([
  ['()', 'pmatrix'],
  ['[]', 'bmatrix'],
  ['{}', 'Bmatrix'],
  ['||', 'vmatrix'],
  ['‖‖', 'Vmatrix'],
  ['{', 'cases'],
])

/** `mathvariant`, with the command that sets letters so. */
export const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['normal', '\\mathrm'],
  ['bold', '\\mathbf'],
  ['bold-italic', '\\boldsymbol'],
  ['double-struck', '\\mathbb'],
  ['script', '\\mathcal'],
  ['fraktur', '\\mathfrak'],
  ['sans-serif', '\\mathsf'],
  ['monospace', '\\mathtt'],
])
