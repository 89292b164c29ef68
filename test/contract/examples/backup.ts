import { by, type ExamplesOf } from '../example.ts'

export const backup = {
  status: [
    {
      name: 'names the last copy that stood its test',
      as: 'reader',
      before: [by('director', 'backup.make', {})],
      input: {},
      answers: { backups: [{ id: 1 }] },
    },
  ],
  make: [
    { name: 'makes a copy and proves it', as: 'director', input: {}, answers: { id: 1 } },
    {
      name: 'keeps no copy of a journal that somebody has altered',
      as: 'director',
      upset: ['drop trigger journalRow_no_update', "update journalRow set after = '{}' where id = 1"],
      input: {},
      refuses: 'copy_failed_proof',
    },
  ],
} satisfies ExamplesOf<'backup'>
