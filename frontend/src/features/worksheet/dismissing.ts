import { computed, ref, type Ref } from 'vue'
import { api } from '../../api/client'
import { problemOf } from '../../api/problem'
import type { Evidence } from '../../api/types'
import { t } from '../../messages/messages'
import { wordsFor } from '../../ui/problems'
import { toast } from '../../ui/toasts'

export interface Dismissible {
  evidence: Evidence
  isDismissed: boolean
}

/**
 * Offers that somebody may find not to bear on a question: out of sight, and back again. Which ones
 * is kept by the server for everybody who works on the sheet.
 */
export function useDismissing<T extends Dismissible>(
  assessmentId: string,
  offers: Readonly<Ref<readonly T[]>>,
  reload: () => void,
) {
  const showsHidden = ref(false)
  const hidden = computed(() => offers.value.filter((it) => it.isDismissed))
  const visible = computed(() =>
    showsHidden.value ? offers.value : offers.value.filter((it) => !it.isDismissed),
  )

  async function set(evidence: Evidence, code: string, isDismissed: boolean): Promise<void> {
    const path = `/assessments/${assessmentId}/dismissed-offers/${evidence.id}/${encodeURIComponent(code)}`
    try {
      await (isDismissed ? api.put(path) : api.delete(path))
      if (isDismissed) {
        toast(t('offers.dismissed', { title: evidence.title }), 'info', {
          label: t('action.undo'),
          run: () => void set(evidence, code, false),
        })
      }
      reload()
    } catch (error) {
      const words = wordsFor(problemOf(error))
      toast(`${words.title}. ${words.text}`, 'bad')
    }
  }
  return { showsHidden, hidden, visible, set }
}
