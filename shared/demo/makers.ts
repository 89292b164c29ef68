import { chance, pick } from './dice.ts'
import type { Dice } from './dice.ts'
import type { Scene } from './patterns.ts'
import { people, personName, writerName } from './people.ts'
import type { Subject } from './subject.ts'

const offices = ['Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân']

/** The statement of responsibility as the title page would give it, in the order of ISBD. */
export function responsibilityOf(dice: Dice, subject: Subject, scene: Scene): string {
  switch (subject.by) {
    case 'none':
      return ''
    case 'writer':
      return subject.language === 'eng' || subject.language === 'fre' ? scene.foreign.name : writerName(dice)
    case 'people':
      return people(dice).join(', ')
    case 'editors':
      return editors(dice)
    case 'compiler':
      return `${people(dice).join(', ')} ${pick(dice, ['biên soạn', 'sưu tầm', 'sưu tầm, biên soạn', 'tuyển chọn', 'sưu tầm, giới thiệu'])}`
    case 'translator':
      return `${scene.foreign.name} ; ${personName(dice)} ${chance(dice) < 0.85 ? 'dịch' : 'dịch và giới thiệu'}`
    case 'party':
      return `Ban Chấp hành Đảng bộ ${scene.commune ?? scene.place.name} ; ${personName(dice)} biên soạn`
    case 'statistics':
      return `Cục Thống kê ${scene.place.name}`
    case 'office':
      return `${pick(dice, offices)} ${scene.place.name}`
  }
}

function editors(dice: Dice): string {
  const names = people(dice)
  const [chief = '', ...others] = names
  if (others.length === 0) return chief
  return [`${chief} (ch.b.)`, ...others].join(', ')
}
