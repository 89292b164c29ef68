import type { Chapter } from '../chapter.ts'

export const sending: Chapter = {
  title: 'Sending figures to the Ministry',
  summary:
    'A small signed package that goes by network, stick, mail, QR or telephone. It holds figures only, no names.',
  sections: [
    {
      title: 'Once',
      blocks: [
        {
          kind: 'shot',
          name: 'sending',
          caption:
            '(1) make the signing key, (2) signed periods that wait, (3) the receiver, once you have its code.',
        },
        {
          kind: 'steps',
          items: [
            'At {/sync} press {sync.key.make} and set the {sync.key.passphrase}: a sentence easy to remember, other than your password.',
            'Print {sync.recovery.title}, put it into the safe, then {sync.recovery.done}. The code is shown once.',
            'With a code of the receiver press {sync.enrolment.open}. Without one, a stick works as well.',
          ],
        },
      ],
    },
    {
      title: 'By stick',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Connect the stick, {sync.roads.folder}, choose the folder, {sync.folder.act}. The file ends in .khosach.',
            'Bring the stick or mail the file to the receiver.',
            'When the stick is back: {sync.receipts.open}. Only a receipt signed by the receiver makes the period received. Messages, questions and deadlines come along.',
            'No receipt yet and it must be certain: telephone, {sync.roads.telephone}.',
          ],
        },
      ],
    },
    {
      title: 'By network',
      blocks: [
        {
          kind: 'list',
          items: [
            'Press {sync.roads.send}, or turn on {sync.settings.isAutomatic}. After a cut the next sending goes on where it stopped.',
            'Weeks without a network are normal: the package waits, is not lost and not sent twice.',
            '{/sync/messages}: answer the receiver’s questions here, or {sync.answers.toStick}.',
          ],
        },
      ],
    },
    {
      title: 'Another PC, a restored copy',
      blocks: [
        {
          kind: 'text',
          text: 'Data opened on another PC make this page ask once: {sync.key.unlock}, with passphrase or recovery code. If both are lost, {sync.key.replaceAct} and ask for a new code; packages already sent stay valid.',
        },
      ],
    },
  ],
}
