import { inject, ref, watch, type InjectionKey, type Ref } from 'vue'
import { language } from '../../messages/language'
import { plainNumber } from '../../api/instrument'
import { at, type Json, type Path, type Source } from './source'

/** What the fields of the editor read and change. */
export interface Editor {
  source: Readonly<Ref<Source>>
  /** Whether English is asked for beside Indonesian. */
  bilingual: Ref<boolean>
  change(next: Source, step?: string): void
  /** Puts a value in a place; keystrokes in one place are one step. */
  set(path: Path, value: Json | undefined): void
  undo(): void
}

export const editorKey: InjectionKey<Editor> = Symbol('editor')

export function useEditor(): Editor {
  return inject(editorKey)!
}

export const valueAt = (editor: Editor, path: Path) => at(editor.source.value, path)

/**
 * What somebody types, as long as it means the same as what is kept: a space at the end or a comma
 * without digits is not taken from under their fingers.
 */
export function useTyped(kept: () => string, meaning: (typed: string) => string): Ref<string> {
  const typed = ref(kept())
  watch(kept, (now) => {
    if (meaning(typed.value) !== meaning(now)) typed.value = now
  })
  return typed
}

/** One line of text without spaces around it, as the YAML wants it. */
export const asLine = (typed: string) => typed.replace(/\s+/g, ' ').trim()

/** Decimals with a comma in Indonesian. */
export const withComma = (decimal: string) =>
  language.value === 'en' ? decimal : decimal.replace('.', ',')
export const asDecimal = (typed: string) =>
  language.value === 'en' ? typed.trim().replace(',', '.') : plainNumber(typed)
export const isDecimal = (text: string) => /^-?\d{1,9}(\.\d{1,6})?$/.test(text)
