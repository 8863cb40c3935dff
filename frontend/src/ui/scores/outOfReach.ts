import { shallowRef, type ShallowRef } from 'vue'

/** The questions somebody marked as out of reach, kept in this browser for each sheet. */
export function useOutOfReach(assessmentId: string): {
  codes: ShallowRef<readonly string[]>
  toggle: (code: string) => void
} {
  const place = `zitrack.outOfReach/${assessmentId}`
  const codes = shallowRef<readonly string[]>(read(place))

  function toggle(code: string) {
    codes.value = codes.value.includes(code)
      ? codes.value.filter((it) => it !== code)
      : [...codes.value, code]
    try {
      localStorage.setItem(place, JSON.stringify(codes.value))
    } catch {
      // A browser without storage forgets the marks with the page.
    }
  }
  return { codes, toggle }
}

function read(place: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter((it) => typeof it === 'string') : []
  } catch {
    return []
  }
}
