import { ref } from 'vue'

export type Language = 'id' | 'en'

const key = 'zitrack.language'

function remembered(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

/** The language of the screens; Indonesian unless this person chose otherwise. */
export const language = ref<Language>(remembered())

export function remember(chosen: Language): void {
  try {
    localStorage.setItem(key, chosen)
  } catch {
    // Storage is switched off: the choice lasts until the page is closed.
  }
}
