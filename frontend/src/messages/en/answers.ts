import type { answers as source } from '../id/answers'

export const answers: Record<keyof typeof source, string> = {
  'answer.points': 'points',
  'answer.number': 'Value',
  'answer.text': 'Answer',
  'answer.range': '{min} to {max}',
  'answer.blank': 'not filled in',
  'answer.rule': 'How it is counted',
  'answer.share': '{share}% of the full value: {points} of {most} points',
  'answer.incomplete': 'Fill in all fields above so that the answer can be saved.',
  'answer.fault.notNumber': 'Write a number only, such as 12 or 3.58.',
  'answer.fault.tooSmall': 'The number is too small: at least {min}, at most {max}.',
  'answer.fault.tooLarge': 'The number is too large: at least {min}, at most {max}.',
  'answer.fault.decimals': 'At most {decimals} decimal places.',
}
