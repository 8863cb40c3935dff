import { afterEach, describe, expect, it } from 'vitest'
import { en } from './en'
import { id as first, type Messages } from './id'
import './administration'
import './instruments'
import './steps'
import './together'
import './trail'
import { speak, t } from './messages'

const id = first as Messages

afterEach(() => speak('id'))

describe('messages', () => {
  it('have the same keys and the same values in both languages', () => {
    const values = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map((it) => it[1]))].sort()

    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort())
    for (const key of Object.keys(id) as (keyof typeof id)[]) {
      expect(values(en[key]), key).toEqual(values(id[key]))
    }
  })

  it('put values in and choose the plural', async () => {
    expect(t('days.left', { days: 3 })).toBe('sisa 3 hari')

    await speak('en')

    expect(t('days.left', { days: 1 })).toBe('1 day left')
    expect(t('days.left', { days: 3 })).toBe('3 days left')
  })
})
