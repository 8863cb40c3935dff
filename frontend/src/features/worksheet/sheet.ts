import type { Item } from '../../api/instrument'
import type { Assessment, Role } from '../../api/types'

export type Filter = 'all' | 'blank' | 'unproven' | 'returned'

export interface Marks {
  blank: ReadonlySet<string>
  unproven: ReadonlySet<string>
  returned: ReadonlySet<string>
}

/** The questions that match what somebody looks for. */
export function matching(
  items: readonly Item[],
  words: string,
  filter: Filter,
  marks: Marks,
): Item[] {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    if (filter !== 'all' && !marks[filter].has(item.code)) return false
    const text = `${item.code} ${item.label}`.toLocaleLowerCase()
    return wanted.every((it) => text.includes(it))
  })
}

type Roles = readonly { role: Role; unitId: string | null; areas: readonly string[] }[]

/** The areas of somebody who answers for some areas only; null for the whole sheet. */
function areasOf(assessment: Assessment, roles: Roles): ReadonlySet<string> | null {
  const here = roles.filter((it) => it.unitId === assessment.unit.id)
  if (here.some((it) => it.role === 'UNIT_COORDINATOR')) return null
  const areas = here.filter((it) => it.role === 'AREA_COORDINATOR').flatMap((it) => it.areas)
  return areas.length ? new Set(areas) : null
}

/** Whether a question may be changed now by this person. */
export function isOpen(assessment: Assessment, item: Item, roles: Roles): boolean {
  if (!assessment.may.includes('ANSWER')) return false
  if (areasOf(assessment, roles)?.has(item.area.code) === false) return false
  return assessment.openCodes === null || assessment.openCodes.includes(item.code)
}

/** Where to begin: the first question that waits, in one's own areas if one has some. */
export function firstToDo(
  items: readonly Item[],
  assessment: Assessment,
  blank: ReadonlySet<string>,
  roles: Roles,
): Item | undefined {
  const mine = areasOf(assessment, roles)
  const near = mine ? items.filter((it) => mine.has(it.area.code)) : items
  const open = near.filter((it) => isOpen(assessment, it, roles))
  if (assessment.openCodes !== null && open[0]) return open[0]
  return open.find((it) => blank.has(it.code)) ?? near[0] ?? items[0]
}
