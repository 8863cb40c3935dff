import { describe, expect, it } from 'vitest'
import { bytes, count, date, deadline, gap, measure, percent, points, time } from './format'

describe('numbers and dates', () => {
  it('are written as people here write them', () => {
    expect(points('61.480000')).toBe('61,48')
    expect(count(1284)).toBe('1.284')
    expect(percent('48.0')).toBe('48%')
    expect(measure('3.6', 'index')).toBe('3,6')
    expect(date('2026-01-14')).toBe('14 Jan 2026')
    expect(time(new Date(2026, 0, 14, 9, 41))).toBe('09.41')
    expect(bytes(3_100_000)).toBe('3,1 MB')
    expect(points(null)).toBe('–')
  })

  it('never round a gap away', () => {
    expect(gap('0.0001')).toBe('0,01')
    expect(gap('13.52')).toBe('13,52')
  })

  it('count the days to a deadline', () => {
    const today = new Date(2026, 4, 20, 15, 0)

    expect(deadline('2026-05-22', today)).toBe('sisa 2 hari')
    expect(deadline('2026-05-20', today)).toBe('batas hari ini')
    expect(deadline('2026-05-14', today)).toBe('terlambat 6 hari')
  })
})
