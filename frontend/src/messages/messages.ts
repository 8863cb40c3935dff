import { shallowRef } from 'vue'
import { id, type MessageKey, type Messages } from './id'
import { language, remember, type Language } from './language'

const texts = shallowRef(id as Messages)

/** Switches the screens to another language; English is loaded only when somebody asks for it. */
export async function speak(chosen: Language): Promise<void> {
  texts.value = chosen === 'en' ? (await import('./en')).en : (id as Messages)
  language.value = chosen
  remember(chosen)
  document.documentElement.lang = chosen
}

/**
 * The text for a key. `{name}` stands for a value, `{count|file|files}` for the singular or plural of
 * a value.
 */
export function t(key: MessageKey, values: Record<string, string | number> = {}): string {
  return texts.value[key].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      if (one !== undefined) return Number(values[name]) === 1 ? one : (many ?? '')
      return String(values[name] ?? '')
    },
  )
}

/** Whether a key made at run time (such as the slug of a problem) has a text. */
export function isKey(key: string): key is MessageKey {
  return key in id
}
