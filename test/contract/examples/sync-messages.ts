import { testFolder } from '../../support/engine.ts'
import { type ExamplesOf } from '../example.ts'
import { enrolled, keyMade, lockedKey, ready } from './sync-steps.ts'

/** What is written onto it stays there; other examples need an empty one. */
const stick = testFolder()

const head = `"format":"khosach-message","formatVersion":1,"libraryId":null,"sentAt":"2020-04-10T01:00:00.000Z"`
const spring = '"period":{"from":"2020-01-01","to":"2020-03-31"}'

function message(number: number, kind: string, body: string): string {
  return `insert into receiverMessage (enrolmentId, number, kind, content, cameAt)
    values (1, ${number}, '${kind}', '{${head},"body":{${body}}}', '2020-04-11T01:00:00.000Z')`
}

/** A question is message 1; a list of definitions, message 2. */
const told = [
  ...enrolled,
  message(1, 'question', `"questionId":1,${spring},"figureCode":"M2b.01","text":"Vì sao tăng?"`),
  message(2, 'definitions', '"definitionsVersion":99,"note":"Bộ chỉ tiêu mới"'),
]
const answered = [
  ...told,
  "update receiverMessage set answer = 'Do nhận tặng', answeredAt = '2020-04-12T01:00:00.000Z' where id = 1",
]
const received = [
  ...answered,
  "update receiverMessage set answerSentAt = '2020-04-13T01:00:00.000Z' where id = 1",
]
/** A restatement that nothing was written down of: what it says fits no hash. */
const unproved = [
  ...answered,
  `insert into restatement (id, periodId, number, reason, signedById, signedAt, position, journalHash, figuresHash, paper, paperHash)
    values (9, 1, 1, 'Sai', 1, '2020-04-12T01:00:00.000Z', 1, '', '0', '', '')`,
  'update receiverMessage set restatementId = 9 where id = 1',
]
/** A restatement of a period that nobody asked about. */
const ofAnother = [
  ...told,
  `insert into period (period, kind, fromOn, toOn, state) values ('2019', 'year', '2019-01-01', '2019-12-31', 'open')`,
  `insert into restatement (id, periodId, number, reason, signedById, signedAt, position, journalHash, figuresHash, paper, paperHash)
    select 9, id, 1, 'Sai', 1, '2020-04-12T01:00:00.000Z', 1, '', '', '', '' from period where period = '2019'`,
]

export const messages = {
  messages: [
    {
      name: 'says what was asked and what is counted otherwise',
      as: 'reader',
      before: [keyMade],
      upset: [...told, message(3, 'deadline', `${spring},"dueOn":"2020-04-15","note":""`)],
      input: {},
      answers: {
        rows: [
          { number: 3, kind: 'deadline', state: 'late', isReplaced: false },
          { number: 2, kind: 'definitions', theirs: 99, changes: null, notedAt: null },
          { number: 1, kind: 'question', figureCode: 'M2b.01', answer: null, restatements: [] },
        ],
        next: null,
      },
    },
    {
      name: 'leaves out what nobody has to do anything about',
      as: 'reader',
      before: [keyMade],
      upset: received,
      input: { isOpen: true },
      answers: { rows: [{ number: 2 }] },
    },
    {
      name: 'has nothing before anybody has enrolled',
      as: 'reader',
      input: {},
      answers: { rows: [], next: null },
    },
  ],
  answerQuestion: [
    {
      name: 'keeps what the library says until it is sent',
      as: 'director',
      before: [keyMade],
      upset: told,
      input: { id: 1, text: 'Do nhận tặng' },
      answers: { done: true },
    },
    {
      name: 'answers questions alone',
      as: 'director',
      before: [keyMade],
      upset: told,
      input: { id: 2, text: 'Vâng' },
      refuses: 'message_not_found',
    },
    {
      name: 'leaves as it stands what the receiver has',
      as: 'director',
      before: [keyMade],
      upset: received,
      input: { id: 1, text: 'Khác' },
      refuses: 'answer_received',
    },
    {
      name: 'points at no restatement of another period',
      as: 'director',
      before: [keyMade],
      upset: ofAnother,
      input: { id: 1, text: 'Đã đính chính', restatementId: 9 },
      refuses: 'restatement_of_another',
    },
  ],
  takeBackAnswer: [
    {
      name: 'opens the question again',
      as: 'director',
      before: [keyMade],
      upset: answered,
      input: { id: 1 },
      answers: { done: true },
    },
    { name: 'has no question', as: 'director', input: { id: 404 }, refuses: 'message_not_found' },
    {
      name: 'cannot take back what the receiver has',
      as: 'director',
      before: [keyMade],
      upset: received,
      input: { id: 1 },
      refuses: 'answer_received',
    },
  ],
  noteMessage: [
    {
      name: 'marks what was read',
      as: 'director',
      before: [keyMade],
      upset: told,
      input: { id: 2, isNoted: true },
      answers: { done: true },
    },
    {
      name: 'marks no question: that is answered',
      as: 'director',
      before: [keyMade],
      upset: told,
      input: { id: 1, isNoted: true },
      refuses: 'message_not_found',
    },
  ],
  writeAnswers: [
    {
      name: 'writes what waits onto the stick',
      as: 'director',
      before: ready,
      upset: answered,
      input: { path: stick },
      answers: { fileName: '68-TV-68-tra-loi-1.khosach-answers', answers: 1, problem: null },
    },
    {
      name: 'says when the stick is gone',
      as: 'director',
      before: ready,
      upset: answered,
      input: { path: '/khong/co' },
      answers: { problem: 'folder_unreachable' },
    },
    {
      name: 'has enrolled with nobody',
      as: 'director',
      input: { path: stick },
      refuses: 'not_enrolled',
    },
    {
      name: 'has nothing that waits',
      as: 'director',
      before: ready,
      upset: told,
      input: { path: stick },
      refuses: 'nothing_to_answer',
    },
    {
      name: 'asks for the code of the library',
      as: 'director',
      before: [keyMade],
      upset: answered,
      input: { path: stick },
      refuses: 'profile_incomplete',
    },
    {
      name: 'points at no restatement that was changed by hand',
      as: 'director',
      before: ready,
      upset: unproved,
      input: { path: stick },
      refuses: 'figures_altered',
    },
    {
      name: 'asks for the passphrase on another PC',
      as: 'director',
      before: ready,
      upset: [...answered, ...lockedKey],
      input: { path: stick },
      refuses: 'key_locked',
    },
    {
      name: 'asks for a passphrase of an old key first',
      as: 'director',
      before: ready,
      upset: [...answered, "update signingKey set byPassphrase = ''"],
      input: { path: stick },
      refuses: 'key_missing',
    },
  ],
} satisfies Pick<
  ExamplesOf<'sync'>,
  'messages' | 'answerQuestion' | 'takeBackAnswer' | 'noteMessage' | 'writeAnswers'
>
