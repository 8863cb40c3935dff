import { beforeEach, describe, expect, it, vi } from 'vitest'
import { serverWith } from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { OfferedStep, Steps, TakenStep } from '../../api/types'
import { speak } from '../../messages/messages'
import SheetWay from './SheetWay.vue'

const by = { id: 'p9', name: 'Ratna Dewi' }
function taken(changes: Partial<TakenStep>): TakenStep {
  return {
    at: '2026-06-02T02:41:00Z',
    by,
    from: 'DRAFT',
    to: 'SUBMITTED',
    step: 'SUBMIT',
    reason: null,
    letterNumber: null,
    letterDate: null,
    due: null,
    award: null,
    year: null,
    result: null,
    evidenceId: null,
    ...changes,
  }
}
function offered(changes: Partial<OfferedStep>): OfferedStep {
  return {
    step: 'NOMINATE',
    to: 'NOMINATED',
    path: 'steps/NOMINATE',
    ready: true,
    requirements: [],
    needed: ['LETTER', 'AWARD'],
    optional: ['REASON'],
    suggestedDue: null,
    ...changes,
  }
}
const steps: Steps = {
  stage: 'CLOSED',
  revision: 4,
  steps: [
    offered({
      requirements: [
        {
          requirement: 'GATES_MET',
          award: 'wbk',
          met: false,
          binding: false,
          missing: ['Nilai total'],
        },
        { requirement: 'GATES_MET', award: 'wbbm', met: false, binding: false, missing: ['X'] },
      ],
    }),
    offered({ step: 'REOPEN', path: 'review/reopening' }),
  ],
  history: [
    taken({ from: null, to: 'DRAFT', step: null }),
    taken({
      from: 'UNDER_REVIEW',
      to: 'RETURNED',
      step: 'RETURN',
      reason: 'Lengkapi notulen',
      due: '2026-06-09',
    }),
    taken({
      from: 'CLOSED',
      to: 'NOMINATED',
      step: 'NOMINATE',
      award: 'wbk',
      letterNumber: 'B/21/2026',
      letterDate: '2026-06-01',
    }),
    taken({
      from: 'AWARDED',
      to: 'MONITORED',
      step: 'MONITOR',
      year: 2027,
      result: 'Dipertahankan',
    }),
  ],
}
const serve = (now: Steps = steps) =>
  vi
    .spyOn(api, 'get')
    .mockImplementation(
      serverWith({ '/assessments/a1/steps': now, '/evidence': { items: [], next: null } }),
    )
const show = () => render(SheetWay, { assessmentId: 'a1', unitId: 'u1' })
const dialog = () => document.querySelector('dialog')!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('the time line', () => {
  it('tells who, when, what, why, by which letter and until when, the newest first', async () => {
    serve()

    const { root } = await show()

    const entries = [...root.querySelectorAll('ol > li')].map((it) =>
      it.textContent!.replace(/\s+/g, ' '),
    )
    expect(entries).toHaveLength(4)
    expect(entries[0]).toContain('Tahun 2027: Dipertahankan')
    expect(entries[1]).toContain('Usulkan ke TPN')
    expect(entries[1]).toContain('Predikat WBK')
    expect(entries[1]).toContain('Surat B/21/2026, 1 Jun 2026')
    expect(entries[2]).toContain('Lengkapi notulen')
    expect(entries[2]).toContain('Perbaikan paling lambat 9 Jun 2026')
    expect(entries[2]).toContain('oleh Ratna Dewi')
    expect(entries[3]).toContain('Lembar dimulai')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('speaks English as well', async () => {
    serve()
    await speak('en')

    const { root } = await show()

    expect(root.textContent).toContain('Nominate to the national team')
    await speak('id')
  })

  it('says when it cannot be read and tries again', async () => {
    const get = vi.spyOn(api, 'get').mockRejectedValue(new Problem('no-connection', 0))

    const { root } = await show()

    expect(root.textContent).toContain('Server tidak terjangkau')
    get.mockImplementation(serverWith({ '/assessments/a1/steps': steps }))
    await click(buttonNamed(/Coba lagi/))
    expect(root.querySelectorAll('ol > li')).toHaveLength(4)
  })
})

describe('the next steps', () => {
  it('are exactly those the server offers here, without those that have a page of their own', async () => {
    serve()

    const { root } = await show()

    const names = [...root.querySelectorAll('.steps button')].map((it) => it.textContent!.trim())
    expect(names).toEqual(['Usulkan ke TPN'])
  })

  it('cannot be taken before what binds holds', async () => {
    const requirements = [
      {
        requirement: 'ALL_JUDGED' as const,
        award: null,
        met: false,
        binding: true,
        missing: ['A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6'],
      },
    ]
    serve({
      ...steps,
      steps: [
        offered({
          step: 'HAND_TO_CONTROLLER',
          path: 'steps/HAND_TO_CONTROLLER',
          ready: false,
          requirements,
        }),
      ],
    })

    const { root } = await show()

    expect(buttonNamed('Serahkan ke pengendali teknis').disabled).toBe(true)
    expect(root.textContent).toContain('Belum bisa: semua jawaban sudah dinilai')
    expect(root.textContent).toContain('6 belum: A.1, A.2, A.3, A.4, A.5, dan 1 lagi')
  })

  it('ask for what is needed, and for a reason where gates are not met', async () => {
    serve()
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValue({ ...steps, stage: 'NOMINATED', steps: [] })
    await show()

    await click(buttonNamed('Usulkan ke TPN'))
    await click(buttonNamed('Usulkan ke TPN', dialog()))
    expect(dialog().textContent).toContain('Predikat wajib diisi')
    expect(await accessibilityFaults()).toEqual([])

    await type(dialog().querySelector('#step-award')!, 'wbk')
    expect(dialog().textContent).toContain('Perlu alasan: syarat nilai WBK menurut TPI terpenuhi')
    expect(dialog().textContent).toContain('1 belum: Nilai total')
    await type(dialog().querySelector('#step-letterNumber')!, 'B/21/2026')
    await type(dialog().querySelector('#step-letterDate')!, '2026-06-01')
    await click(buttonNamed('Usulkan ke TPN', dialog()))
    expect(post).not.toHaveBeenCalled()

    await type(dialog().querySelector('#step-reason')!, 'Surat bupati')
    await click(buttonNamed('Usulkan ke TPN', dialog()))

    expect(post).toHaveBeenCalledWith(
      '/assessments/a1/steps/NOMINATE',
      {
        award: 'wbk',
        letterNumber: 'B/21/2026',
        letterDate: '2026-06-01',
        reason: 'Surat bupati',
      },
      { revision: 4 },
    )
    await settle()
    expect(document.querySelector('dialog')).toBeNull()
    expect(document.querySelector('.steps')).toBeNull()
  })

  it('tell who was slower, and show what is offered now', async () => {
    const get = serve()
    vi.spyOn(api, 'post').mockRejectedValue(new Problem('changed-meanwhile', 412))
    await show()
    await click(buttonNamed('Usulkan ke TPN'))
    await type(dialog().querySelector('#step-award')!, 'wbk')
    await type(dialog().querySelector('#step-letterNumber')!, 'B/21/2026')
    await type(dialog().querySelector('#step-letterDate')!, '2026-06-01')
    await type(dialog().querySelector('#step-reason')!, 'Surat bupati')

    await click(buttonNamed('Usulkan ke TPN', dialog()))
    expect(dialog().textContent).toContain('Orang lain baru saja mengubahnya')

    get.mockImplementation(serverWith({ '/assessments/a1/steps': { ...steps, steps: [] } }))
    await click(buttonNamed('Batal', dialog()))
    expect(document.querySelector('.steps')).toBeNull()
  })
})
