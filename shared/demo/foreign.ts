import { list } from './dice.ts'
import type { Subject } from './subject.ts'

/** Slots of the foreign subjects; each list fits its language's grammar only in the patterns below. */
export const foreignLexicon: Record<string, readonly string[]> = {
  enTopic: list(
    `Economics=330|Marketing=658.8|Statistics=519.5|Biology=570|Computer Networks=004.6|Environmental Law=344.04|
    Sociology=301|Public Health=614|Agronomy=630|Accounting=657|Linguistics=410|Tourism=338.4|Fisheries=639.2|
    Data Science=006.3|Psychology=150|Hydrology=551.48|Rural Development=307.1|Library Science=020|
    Heritage Conservation=363.6|Mechanics=531|Organic Chemistry=547|International Trade=382`,
  ),
  enPlace: list(
    'Vietnam|Southeast Asia|the Mekong Delta|the Central Highlands|Hanoi|Hue|the Red River Delta|Ho Chi Minh City|Hoi An|the South China Coast',
  ),
  frTopic: list(
    `la chimie=540|la botanique=580|l’économie=330|la géologie=550|l’histoire=900|la littérature=800|la médecine=610|
    la sociologie=301|la linguistique=410|l’agronomie=630|la physique=530|l’architecture=720|la pédagogie=370|
    l’électronique=621.381`,
  ),
  ruTopic: list(
    `физики=530|химии=540|механики=531|ботаники=580|геологии=550|педагогики=370|экономики=330|медицины=610|
    агрономии=630|электротехники=621.3|статистики=519.5|математики=510|биологии=570|архитектуры=720|
    истории Вьетнама=959.7|русского языка=491.7`,
  ),
  ruHead: list(
    'Основы|Вопросы|Курс|Учебник|Очерки|Проблемы|Справочник по курсу|Методика преподавания|Задачи из курса',
  ),
  zhPlace: list('中国|越南|世界|现代|古代|东南亚'),
  zhTopic: list(
    `文学=895.1|历史=951|经济=330|哲学=181|医学=610|美术=709.51|地理=915.1|建筑=720.951|农业=630|教育=370|音乐=780|
    法律=340|民俗=390|戏曲=792`,
  ),
  zhKind: list('史|概论|研究|选集|词典|教程|论文集'),
}

const bilingual = ['Song ngữ {ethnicTongue} - Việt', 'Sử thi', 'Dân ca', 'Truyện cổ, song ngữ']

function minority(weight: number, language: string, people: string): Subject {
  const named = (text: string) => text.replaceAll('{ethnicTongue}', people)
  return {
    weight,
    language,
    by: 'compiler',
    publishers: 'culture',
    classes: ['398.209597', '398.809597{area}', '495.92'],
    titles: [
      `Dân ca ${people} ở {commune}`,
      `Truyện cổ ${people} vùng {commune}`,
      `Truyện thơ ${people}: {lowImage}`,
      `Tục ngữ ${people} vùng {commune}`,
      `Lời cúng của người ${people} ở {place}`,
      `Học tiếng ${people}`,
      `Sử thi ${people}: {lowImage}`,
    ],
    subtitles: bilingual.map(named),
    volumes: 15,
  }
}

export const foreignSubjects: readonly Subject[] = [
  {
    weight: 42,
    language: 'eng',
    by: 'writer',
    publishers: 'world',
    classes: list('330|302.2|570|915.97|338.9597|428|004.6'),
    titles: list(
      `Introduction to {enTopic}|Principles of {enTopic}|{enTopic} in {enPlace}|A Handbook of {enTopic}|
      {enTopic} and {enTopic}|Essays on {enTopic} in {enPlace}|{enPlace}: A Reader in {enTopic}|
      Advanced {enTopic}`,
    ),
    subtitles: list('A practical guide|Theory and practice|Second edition|Case studies|A reader'),
  },
  {
    weight: 10,
    language: 'fre',
    by: 'writer',
    publishers: 'world',
    classes: list('440|540|959.7|843'),
    titles: list(
      `Introduction à {frTopic}|Initiation à {frTopic}|Précis sur {frTopic}|
      Essai sur {frTopic} et {frTopic}|Manuel pour {frTopic}`,
    ),
    subtitles: list('Manuel|Nouvelle édition|Recueil de textes'),
    volumes: 10,
  },
  {
    weight: 12,
    language: 'rus',
    by: 'none',
    publishers: 'world',
    classes: list('530|491.7|620|947'),
    titles: list('{ruHead} {ruTopic}|Введение в изучение {ruTopic}|{ruHead} {ruTopic} и {ruTopic}'),
    subtitles: list('Учебное пособие|Издание второе'),
    volumes: 12,
  },
  {
    weight: 9,
    language: 'chi',
    by: 'none',
    publishers: 'world',
    classes: list('895.1|951|181.11|495.1'),
    titles: list('{zhPlace}{zhTopic}{zhKind}|{zhPlace}{zhTopic}与{zhTopic}'),
    volumes: 10,
  },
  minority(4, 'tyz', 'Tày'),
  minority(3, 'nut', 'Nùng'),
  minority(4, 'blt', 'Thái'),
  minority(3, 'hmn', 'Mông'),
  minority(3, 'mtq', 'Mường'),
  minority(4, 'khm', 'Khmer'),
  minority(3, 'cjm', 'Chăm'),
  minority(3, 'rad', 'Ê Đê'),
  minority(2, 'bdq', 'Ba Na'),
  minority(2, 'jra', 'Gia Rai'),
  minority(2, 'ium', 'Dao'),
]

/** Foreign books without a Vietnamese ISBN came from houses abroad. */
export const foreignPublishers: Record<string, readonly string[]> = {
  eng: list(
    'Routledge|Springer|Oxford University Press|Cambridge University Press|McGraw-Hill|Wiley|Penguin Books|Asian Development Bank',
  ),
  fre: list('Hachette|Gallimard|Presses universitaires de France|L’Harmattan|Dunod'),
  rus: list('Мир|Наука|Просвещение|Высшая школа|Русский язык'),
  chi: list('人民文学出版社|商务印书馆|中华书局|广西民族出版社'),
}
