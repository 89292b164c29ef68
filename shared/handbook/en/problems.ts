import type { Chapter } from '../chapter.ts'

export const problems: Chapter = {
  title: 'When something goes wrong',
  summary:
    'Every error says what happened, why, and what to do next. These are the usual ones. Delete no file.',
  sections: [
    {
      title: 'The data cannot be opened',
      blocks: [
        {
          kind: 'table',
          head: ['Screen', 'What to do'],
          rows: [
            [
              '{shell.opening.corrupt.title}',
              'Press {backup.restore.setAside} and choose the last proven copy. The damaged file is put aside, not deleted. Have the disk checked.',
            ],
            [
              '{shell.opening.in_use.title}',
              'Use the window that is open, or have the other Windows user sign out, then {common.actions.retry}.',
            ],
            [
              '{shell.opening.disk_full.title}',
              'Make room on the disk, then {common.actions.retry}. What was said to be saved is there.',
            ],
            [
              '{shell.opening.newer_version.title}',
              'Install the newest version of the program. The data are not touched.',
            ],
            [
              '{shell.opening.network_share.title}',
              'Copy the data folder to a disk of this PC and open it there. For several PCs: {/lan}.',
            ],
            [
              '{shell.opening.cloud_folder.title}',
              'Move the data folder out of OneDrive or Google Drive. Backups may stay there.',
            ],
            [
              '{shell.opening.readonly_folder.title}',
              'Ask IT staff for the right to write into the data folder.',
            ],
            ['{shell.opening.lost.title}', 'Press {backup.restore.setAside} and choose the newest copy.'],
            [
              '{shell.opening.upgrade_failed.title}',
              'The old data are whole. Make room on the disk, then {common.actions.retry}; if it stays so, install the version before and ask for help.',
            ],
            [
              '{shell.opening.server_unreachable.title}',
              'Open Kho Sách on the serving PC. If a browser does not get there either, Windows Firewall on that PC keeps others out: see {/lan}.',
            ],
          ],
        },
      ],
    },
    {
      title: 'While working',
      blocks: [
        {
          kind: 'table',
          head: ['What', 'What to do'],
          rows: [
            [
              'Power cut',
              'Start again. What was said to be saved is there; what was being typed waits under {home.drafts.title}. A long job that was cut off is undone; start it again.',
            ],
            [
              '{ui.conflict.title}',
              'Somebody saved the same record just now. Compare both columns, choose item by item, {ui.conflict.save}.',
            ],
            [
              '{shell.standing.stopped.title}',
              'Open the program again by its icon. Copy a long text out before closing the page.',
            ],
            ['Forgotten password', 'An administrator presses {users.list.resetPassword} at {/users}.'],
            ['Slow', '{/health}: look at {health.page.slow}, press {health.page.trial}.'],
            [
              'Deleted or changed by mistake',
              '{common.actions.undo} at once, or open {/journal} to see how it was.',
            ],
            ['Windows reports a virus', '{/settings/program}: {settings.guide.alarm.title}.'],
          ],
        },
      ],
    },
    {
      title: 'Asking for help',
      blocks: [
        {
          kind: 'text',
          text: 'Press {health.page.diagnose} at {/health} and send that file. It holds no names and nothing that was entered. Add the time, the page, and the small letters (the error’s code) under the message.',
        },
      ],
    },
  ],
}
