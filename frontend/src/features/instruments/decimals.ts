/** Decimals as they are written, added exactly: binary fractions would make 0.1 + 0.2 differ from 0.3. */

const digits = 12
const one = 10n ** BigInt(digits)

/** A decimal in its smallest units, or null for anything that is no plain decimal. */
export function unitsOf(text: unknown): bigint | null {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/.exec(String(text ?? ''))
  if (!parts) return null
  const units = BigInt(parts[2]!) * one + BigInt((parts[3] ?? '').padEnd(digits, '0'))
  return parts[1] ? -units : units
}

export function decimalOf(units: bigint): string {
  const size = units < 0n ? -units : units
  const fraction = String(size % one)
    .padStart(digits, '0')
    .replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${size / one}${fraction && `.${fraction}`}`
}

/** The exact sum; what is no decimal counts as nothing. */
export function sumOf(decimals: readonly unknown[]): string {
  return decimalOf(decimals.reduce<bigint>((sum, it) => sum + (unitsOf(it) ?? 0n), 0n))
}

/** Whether two decimals are the same number, however they are written. */
export function isSame(one: unknown, other: unknown): boolean {
  return unitsOf(one) !== null && unitsOf(one) === unitsOf(other)
}
