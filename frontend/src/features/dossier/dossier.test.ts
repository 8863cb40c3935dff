import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anySummary } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import DossierPage from './DossierPage.vue'

const closed = anySummary({
  id: 'a2',
  unit: { id: 'u2', name: 'Puskesmas', shortName: 'Puskesmas' },
  stage: 'CLOSED',
})

beforeEach(() => welcome(withRoles('LEADERSHIP')))

describe('the dossiers', () => {
  it('begin with the final ones and warn of the others', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([anySummary(), closed])

    const { root } = await render(DossierPage)

    expect(root.querySelector('h1')?.textContent).toBe('1 dosir final siap diunduh')
    const lines = [...root.querySelectorAll('.line')]
    expect(lines[0]?.textContent).toContain('Puskesmas')
    expect(lines[0]?.textContent).toContain('Final')
    expect(lines[1]?.textContent).toContain('Belum final')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('are asked for with a ticket that the browser follows', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([closed])
    const post = vi.spyOn(api, 'post').mockResolvedValue({ url: '/api/downloads/abc' })
    const followed: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      followed.push(this.getAttribute('href') ?? '')
    })
    const { root } = await render(DossierPage)

    await click(buttonNamed('Unduh ZIP lengkap untuk Puskesmas'))

    expect(post).toHaveBeenCalledWith('/assessments/a2/dossier/tickets', { kind: 'zip' })
    expect(followed).toEqual(['/api/downloads/abc'])
    expect(root.textContent).toContain('ZIP sedang dirangkai')
  })

  it('say in words why one did not come', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([closed])
    vi.spyOn(api, 'post').mockRejectedValue(new Problem('no-connection', 0))
    const { root } = await render(DossierPage)

    await click(buttonNamed('Unduh PDF untuk Puskesmas'))

    expect(root.textContent).toContain('PDF tidak jadi diunduh. Server tidak terjangkau.')
  })

  it('are not offered to those who may not have them', async () => {
    welcome(withRoles('AREA_COORDINATOR'))
    const all = vi.spyOn(api, 'all')

    const { root } = await render(DossierPage)

    expect(root.textContent).toContain('Dosir bukan untuk peran Anda')
    expect(all).not.toHaveBeenCalled()
  })

  it('say what to do when there is none', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([])

    const { root } = await render(DossierPage)

    expect(root.textContent).toContain('Begitu sebuah unit mulai mengisi lembar')
  })
})
