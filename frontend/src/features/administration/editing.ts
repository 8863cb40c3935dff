import { ref, shallowRef } from 'vue'
import { problemOf, type Problem } from '../../api/problem'
import { t } from '../../messages/messages'

export interface FieldError {
  field: string
  message: string
}

/**
 * Sending a form: errors beside their fields, a refusal in words, and what somebody else has saved
 * meanwhile. Field ids are the prefix and the name that the server uses.
 */
export function useEditing<T>(prefix: string, labelOf: (field: string) => string) {
  const errors = ref<FieldError[]>([])
  const problem = shallowRef<Problem | null>(null)
  const theirs = shallowRef<T | null>(null)
  const busy = ref(false)

  const idOf = (field: string) => `${prefix}-${field.replace(/[^A-Za-z0-9]+/g, '-')}`
  const errorOf = (field: string) => errors.value.find((it) => it.field === idOf(field))?.message
  const required = (field: string): FieldError => ({
    field: idOf(field),
    message: t('form.required', { field: labelOf(field) }),
  })

  async function submit(found: FieldError[], send: () => Promise<void>): Promise<void> {
    errors.value = found
    if (found.length || busy.value) return
    busy.value = true
    problem.value = null
    theirs.value = null
    try {
      await send()
    } catch (error) {
      const refused = problemOf(error)
      const current = refused.extras.current as T | undefined
      const named = (refused.extras.errors ?? []) as { field: string }[]
      if (refused.slug === 'changed-meanwhile' && current) theirs.value = current
      else if (refused.slug === 'invalid-request' && named.length) {
        errors.value = named.map(({ field }) => ({
          field: idOf(field),
          message: t('admin.fieldWrong', { field: labelOf(field) }),
        }))
      } else problem.value = refused
    } finally {
      busy.value = false
    }
  }

  return { errors, problem, theirs, busy, idOf, errorOf, required, submit }
}
