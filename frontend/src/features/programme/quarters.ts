import type { MessageKey } from '../../messages/id'
import { t } from '../../messages/messages'
import '../../messages/together'

export const quarters = [1, 2, 3, 4] as const

/** "Triwulan II". */
export const quarterName = (quarter: number) => t(`programme.quarter.${quarter}` as MessageKey)
