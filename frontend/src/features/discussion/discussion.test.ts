import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyCoordinator, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import {
  anyConversation,
  anyConversationLine,
  anyMessage,
  someoneWith,
} from '../../../testing/together'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import QuestionTalk from '../../ui/talk/QuestionTalk.vue'
import ConversationsPage from './ConversationsPage.vue'

const people = [
  { id: 'p8', name: 'Budi Santoso', side: 'TPI', roles: ['TPI_MEMBER'] },
  { id: 'p2', name: 'Rudi Hermawan', side: 'UNIT', roles: ['AREA_COORDINATOR'] },
]
const props = { assessmentId: 'a1', code: 'A.1.a', closed: false }

function serve(conversations: unknown[]) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/assessments/a1/conversations': conversations,
      '/assessments/a1/participants': people,
    }),
  )
}

beforeEach(() => welcome(anyCoordinator()))

describe('what is said about a question', () => {
  it('is shown with who said it, and that both sides read it', async () => {
    serve([anyConversation()])

    const { root } = await render(QuestionTalk, props)

    expect(root.textContent).toContain('Dibaca unit dan TPI')
    expect(root.textContent).toContain('Budi Santoso')
    expect(root.textContent).toContain('Di mana SK Tim Kerja?')
    expect(root.textContent).toContain('Menunggu Anda')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is answered, and whoever is named after an @ is mentioned', async () => {
    serve([anyConversation()])
    const answered = anyConversation({
      state: 'ANSWERED',
      waitsForMe: false,
      messages: [anyMessage(), anyMessage({ id: 'm2', text: 'Sudah diunggah' })],
    })
    const post = vi.spyOn(api, 'post').mockResolvedValue(answered)
    const { root } = await render(QuestionTalk, props)
    const field = root.querySelector('textarea')!

    await type(field, 'Tolong @Ru')
    expect(root.textContent).toContain('@Rudi Hermawan')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed(/^@Rudi Hermawan/))
    expect(field.value).toBe('Tolong @Rudi Hermawan ')
    await click(buttonNamed('Kirim'))

    expect(post.mock.calls[0]?.[0]).toBe('/conversations/c1/messages')
    expect(post.mock.calls[0]?.[1]).toMatchObject({
      text: 'Tolong @Rudi Hermawan',
      mentions: ['p2'],
    })
    expect(root.textContent).toContain('Terjawab')
    expect(localStorage).toHaveLength(0)
  })

  it('survives a lost line and is sent again under the same id', async () => {
    serve([])
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValueOnce(new Problem('no-connection', 0))
      .mockResolvedValue(anyConversation())
    const first = await render(QuestionTalk, props)
    await click(buttonNamed('Mulai percakapan'))
    await type(first.root.querySelector('textarea')!, 'Boleh foto?')
    await click(buttonNamed('Kirim'))
    expect(first.root.textContent).toContain('Teks Anda tersimpan di peramban ini')
    expect(await accessibilityFaults()).toEqual([])
    first.unmount()

    const { root } = await render(QuestionTalk, props)
    expect(root.querySelector('textarea')!.value).toBe('Boleh foto?')
    await click(buttonNamed('Kirim'))

    const [one, two] = post.mock.calls.map((it) => it[1] as { id: string })
    expect(one!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    expect(two!.id).toBe(one!.id)
  })

  it('is edited and taken back by its author', async () => {
    const own = anyMessage({ may: ['EDIT', 'REMOVE'] })
    serve([anyConversation({ messages: [own] })])
    const edited = anyMessage({ text: 'SK 2026?', editedAt: '2026-11-20T02:45:00Z' })
    const put = vi
      .spyOn(api, 'put')
      .mockResolvedValue(anyConversation({ messages: [{ ...edited, may: ['REMOVE'] }] }))
    const gone = anyMessage({ text: null, removed: true })
    const remove = vi
      .spyOn(api, 'delete')
      .mockResolvedValue(anyConversation({ messages: [gone], state: 'DONE' }))
    const { root } = await render(QuestionTalk, props)

    await click(buttonNamed(/^Ubah pesan Anda/))
    await type(root.querySelector('li textarea')!, 'SK 2026?')
    await click(buttonNamed('Simpan'))
    expect(put.mock.calls[0]?.[2]).toEqual({ revision: 1 })
    expect(root.textContent).toContain('(diubah)')

    await click(buttonNamed(/^Hapus pesan Anda/))
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Hapus'))
    expect(remove).toHaveBeenCalledOnce()
    expect(root.textContent).toContain('Pesan dihapus')
  })

  it('is marked as done on what one has seen, else the newer state is shown', async () => {
    serve([anyConversation({ may: ['WRITE', 'FINISH'] })])
    const newer = anyConversation({
      revision: 2,
      messages: [anyMessage(), anyMessage({ id: 'm2', text: 'Tunggu dulu' })],
    })
    const conflict = new Problem('changed-meanwhile', 412, '', { current: newer })
    const put = vi.spyOn(api, 'put').mockRejectedValue(conflict)
    const { root } = await render(QuestionTalk, props)

    await click(buttonNamed('Tandai selesai'))

    expect(put.mock.calls[0]?.[1]).toEqual({ state: 'DONE' })
    expect(root.textContent).toContain('Tunggu dulu')
  })

  it('shows text as text', async () => {
    serve([anyConversation({ messages: [anyMessage({ text: '<img src=x onerror=alert(1)>' })] })])

    const { root } = await render(QuestionTalk, props)

    expect(root.querySelector('img')).toBeNull()
    expect(root.textContent).toContain('<img src=x')
  })

  it('is not there for leadership, and only read on a closed sheet', async () => {
    const get = vi.spyOn(api, 'get')
    welcome(someoneWith('LEADERSHIP'))
    const leader = await render(QuestionTalk, props)
    expect(leader.root.textContent).toBe('')
    expect(get).not.toHaveBeenCalled()
    leader.unmount()

    welcome(anyCoordinator())
    serve([anyConversation({ may: [], waitsForMe: false })])
    const { root } = await render(QuestionTalk, { ...props, closed: true })
    expect(root.textContent).toContain('hanya dapat dibaca')
    expect(root.querySelector('textarea')).toBeNull()
  })
})

describe('the page of conversations', () => {
  it('lists them, leads to the question, and is narrowed', async () => {
    const get = vi
      .spyOn(api, 'get')
      .mockImplementation(
        serverWith({ '/conversations': { items: [anyConversationLine()], next: null } }),
      )

    const { root } = await render(ConversationsPage, {}, { path: '/percakapan?menunggu=1' })

    expect(get.mock.calls[0]?.[1]?.query).toMatchObject({ state: 'OPEN' })
    expect(root.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(root.textContent).toContain('Menunggu Anda')
    expect(await accessibilityFaults()).toEqual([])
    await click(root.querySelector('input[type=checkbox]')!)
    expect(get.mock.lastCall?.[1]?.query).toMatchObject({ mine: true })
  })

  it('leads assessors to where they judge', async () => {
    welcome(someoneWith('TPI_LEAD'))
    vi.spyOn(api, 'all').mockResolvedValue([{ id: 'u1', name: 'Bagian Organisasi' }])
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({ '/conversations': { items: [anyConversationLine()], next: null } }),
    )

    const { root } = await render(ConversationsPage)

    expect(root.querySelector('a[href="/penilaian/a1/A.1.a"]')).not.toBeNull()
    expect(root.querySelectorAll('select')).toHaveLength(2)
  })

  it('says where conversations begin when there are none', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({ '/conversations': { items: [], next: null } }),
    )

    const { root } = await render(ConversationsPage)

    expect(root.textContent).toContain('Belum ada percakapan')
    expect(await accessibilityFaults()).toEqual([])
  })
})
