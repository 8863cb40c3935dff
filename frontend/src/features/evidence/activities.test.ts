import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  anyActivity,
  anyCoordinator,
  anyEvidence,
  anyInstrument,
  anySummary,
  serverWith,
} from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import EvidenceForm from '../../ui/document/EvidenceForm.vue'
import ActivitiesPage from './ActivitiesPage.vue'

const page = (...items: unknown[]) => ({ items, next: null })

function serve(more: Record<string, unknown> = {}) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({ '/activities': page(anyActivity()), ...more }),
  )
}

beforeEach(() => {
  welcome(anyCoordinator())
  vi.spyOn(api, 'all').mockResolvedValue([anySummary()])
})

describe('the activities of a unit', () => {
  it('tell what took place and which documents are missing', async () => {
    serve()

    const { root } = await render(ActivitiesPage)

    expect(root.textContent).toContain('10 Mar 2026 · Aula')
    expect(root.textContent).toContain('Belum ada: Daftar hadir, Notulen, Foto, Laporan')
    expect(root.textContent).toContain('membuktikan 1 pertanyaan')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say what to do when there are none', async () => {
    serve({ '/activities': page() })

    const { root } = await render(ActivitiesPage)

    expect(root.textContent).toContain('Belum ada kegiatan tercatat')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('can be narrowed to the incomplete ones', async () => {
    serve({ '/activities': page(anyActivity({ missing: [] })) })
    const { root } = await render(ActivitiesPage)

    await click(root.querySelector('input[type=checkbox]')!)

    expect(root.textContent).toContain('Tidak ada kegiatan yang cocok')
  })

  it('are recorded with name and day', async () => {
    serve({ '/activities': page() })
    const made = anyActivity({ title: 'Sosialisasi', questions: [] })
    const post = vi.spyOn(api, 'post').mockResolvedValue(made)
    await render(ActivitiesPage)
    await click(buttonNamed('Catat kegiatan'))

    await click(buttonNamed('Simpan'))
    expect(document.querySelector('dialog')!.textContent).toContain('Nama kegiatan wajib diisi')
    expect(await accessibilityFaults()).toEqual([])

    await type(document.getElementById('activity-title')!, 'Sosialisasi')
    await type(document.getElementById('activity-date')!, '2026-03-10')
    await click(buttonNamed('Simpan'))

    expect(post.mock.calls[0]?.[0]).toBe('/activities')
    expect(post.mock.calls[0]?.[1]).toMatchObject({ title: 'Sosialisasi', until: null })
    expect(document.querySelector('dialog h2')?.textContent).toBe('Sosialisasi')
  })
})

describe('an activity', () => {
  it('shows its slots, what does not fit, and what it proves', async () => {
    serve()
    await render(ActivitiesPage)

    await click(buttonNamed('Rapat tim'))

    const dialog = document.querySelector('dialog')!
    expect(dialog.querySelectorAll('.slot')).toHaveLength(5)
    expect(dialog.textContent).toContain('Tanggalnya tidak cocok dengan tanggal kegiatan')
    expect(dialog.textContent).toContain('1 berkas belum terhubung')
    expect(dialog.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('takes evidence that is there into a slot', async () => {
    const other = anyEvidence({ id: 'e2', title: 'Notulen rapat' })
    serve({ '/evidence': page(anyEvidence(), other) })
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyActivity({ missing: [] }))
    await render(ActivitiesPage)
    await click(buttonNamed('Rapat tim'))
    await click(buttonNamed('Pilih Notulen dari bukti yang ada'))
    expect(buttonNamed('Pakai: Rencana Aksi ZI 2026').disabled).toBe(true)
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Pakai: Notulen rapat'))

    expect(put.mock.calls[0]?.[0]).toBe('/activities/k1/slots/MINUTES/e2')
  })

  it('is linked to a question of an open sheet', async () => {
    serve({ '/instruments/contoh/1': anyInstrument() })
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyActivity())
    await render(ActivitiesPage)
    await click(buttonNamed('Rapat tim'))
    await click(buttonNamed('Hubungkan ke pertanyaan'))
    await settle()
    expect(buttonNamed('Hubungkan: A.1.a').disabled).toBe(true)
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Hubungkan: A.1.b'))

    expect(put.mock.calls[0]?.[0]).toBe('/activities/k1/questions/a1/A.1.b')
  })

  it('that proves a locked answer says why nothing was taken out', async () => {
    serve()
    vi.spyOn(api, 'delete').mockRejectedValue(new Problem('activity-proves-locked', 409))
    await render(ActivitiesPage)
    await click(buttonNamed('Rapat tim'))

    await click(buttonNamed('Keluarkan Undangan rapat tim dari kegiatan'))

    expect(document.querySelector('dialog')!.textContent).toContain('Undangan rapat tim')
  })
})

describe('the form of an evidence', () => {
  it('keeps secret evidence to the people who are chosen', async () => {
    const people = [
      { id: 'p1', name: 'Sari Wulandari', roles: ['UNIT_COORDINATOR'] },
      { id: 'p9', name: 'Ratna Dewi', roles: ['TPI_LEAD'] },
    ]
    vi.spyOn(api, 'get').mockImplementation(serverWith({ '/evidence/readers': people }))
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyEvidence())
    const evidence = anyEvidence({ confidentiality: 'secret' })
    const { root } = await render(EvidenceForm, { evidence })
    const named = root.querySelectorAll<HTMLInputElement>('input[name=readers]')[1]!
    named.checked = true
    named.dispatchEvent(new Event('change'))
    await settle()
    expect(root.textContent).toContain('Ratna Dewi Ketua TPI')
    expect(root.textContent).not.toContain('Sari Wulandari')

    await click(buttonNamed('Simpan'))
    expect(root.textContent).toContain('Pilih sedikitnya satu pembaca')
    expect(await accessibilityFaults()).toEqual([])

    await click(root.querySelector('.people input')!)
    await click(buttonNamed('Simpan'))
    expect(put.mock.calls[0]?.[1]).toMatchObject({ confidentiality: 'secret', readers: ['p9'] })
  })
})
