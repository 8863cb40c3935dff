import { h } from 'vue'
import { describe, expect, it } from 'vitest'
import { Problem } from '../api/problem'
import { accessibilityFaults, render } from '../../testing/render'
import ConfirmDialog from './ConfirmDialog.vue'
import DataTable from './DataTable.vue'
import EmptyState from './EmptyState.vue'
import ErrorSummary from './ErrorSummary.vue'
import FormField from './FormField.vue'
import GateList from './GateList.vue'
import ProblemNotice from './ProblemNotice.vue'
import ProgressBar from './ProgressBar.vue'
import RangeBar from './RangeBar.vue'
import StageTag from './StageTag.vue'

const gate = {
  id: 'total',
  label: 'Total',
  unit: 'points',
  required: '75',
  atLeast: true,
  actual: '61.480000',
  met: false,
  missing: '13.520000',
}

describe('the shared parts', () => {
  it('show a missing gate in points, rounded up so that a gap never looks closed', async () => {
    const { root } = await render(GateList, {
      gates: [gate, { ...gate, id: 'b', actual: '74.999', missing: '0.001' }],
    })

    expect(root.textContent).toContain('kurang 13,52')
    expect(root.textContent).toContain('kurang 0,01')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('show the conditions of a combined gate below it', async () => {
    const parts = [gate, { ...gate, id: 'b', label: 'Survei', met: true, missing: '0' }]
    const combined = {
      ...gate,
      unit: 'conditions',
      required: '1',
      actual: '1',
      missing: '0',
      parts,
    }

    const { root } = await render(GateList, {
      gates: [
        { ...combined, label: 'Salah satu', met: true },
        { ...combined, id: 'all', label: 'Semua', required: '2', missing: '1', met: false },
      ],
    })

    expect(root.textContent).toContain('cukup salah satu')
    expect(root.textContent).toContain('1 dari 2 terpenuhi')
    expect(root.textContent).toContain('semua harus terpenuhi')
    expect(root.textContent).toContain('kurang 1 syarat')
    expect(root.querySelectorAll('li li')).toHaveLength(4)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say that a gate without a threshold cannot be judged', async () => {
    const { root } = await render(GateList, { gates: [{ ...gate, required: null, met: null }] })

    expect(root.textContent).toContain('belum dapat dinilai')
  })

  it('read a score range aloud', async () => {
    const { root } = await render(RangeBar, { strict: '61.48', official: '74.2', best: '91.36' })

    const label = root.querySelector('[role=img]')?.getAttribute('aria-label')
    expect(label).toBe('Nilai ketat 61,48, resmi 74,20, terbaik yang masih mungkin 91,36, dari 100')
  })

  it('join a label, a hint and an error to their control', async () => {
    const field = () =>
      h(
        FormField,
        {
          label: 'Nomor dokumen',
          hint: 'Seperti pada surat',
          error: 'Nomor wajib diisi',
          id: 'no',
        },
        { default: (attributes: object) => h('input', attributes) },
      )
    const { root } = await render({ render: field })

    const input = root.querySelector('input')!
    expect(input.id).toBe('no')
    expect(input.getAttribute('aria-describedby')).toBe('no-hint no-error')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('give the focus to the summary of errors', async () => {
    await render(ErrorSummary, { errors: [{ field: 'no', message: 'Nomor wajib diisi' }] })

    expect(document.activeElement?.getAttribute('role')).toBe('alert')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('turn a problem into words and show the incident number', async () => {
    const error = new Problem('unexpected', 500, 'boom', { incident: 'k7f2' })
    const { root } = await render(ProblemNotice, { error })

    expect(root.textContent).toContain('Terjadi gangguan di server')
    expect(root.textContent).toContain('k7f2')
    expect(root.textContent).not.toContain('boom')
    expect(root.querySelector('button')).toBeNull()
  })

  it('have no accessibility faults', async () => {
    await render({
      render: () => [
        h(ProgressBar, { done: 9, total: 16, label: 'Area 1' }),
        h(StageTag, { stage: 'RETURNED' }),
        h(EmptyState, { title: 'Belum ada', text: 'Mulai di sini.' }),
        h(
          DataTable,
          { caption: 'Unit kerja' },
          { default: () => h('tbody', h('tr', [h('th', { scope: 'row' }, 'A'), h('td', '1')])) },
        ),
        h(
          ConfirmDialog,
          { title: 'Kirim lembar?', action: 'Kirim' },
          { default: () => h('p', 'Setelah dikirim, lembar terkunci.') },
        ),
      ],
    })

    expect(await accessibilityFaults()).toEqual([])
  })
})
