/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security) item by item: what is done here, and the
 * tests that prove it, by file and title.
 */
type Proof = { file: string; title: string }
type Item = { number: number; asks: string; done: string; proofs: readonly Proof[] }

const policy = (title: string): Proof => ({ file: 'electron/policy.test.ts', title })
const ipc = (title: string): Proof => ({ file: 'electron/ipc.test.ts', title })
const confinement = (title: string): Proof => ({ file: 'electron/confinement.test.ts', title })
const shell = (title: string): Proof => ({ file: 'test/shell/shell.test.ts', title })
const configuration = (title: string): Proof => ({ file: 'test/packing/configuration.test.ts', title })
const server = (title: string): Proof => ({ file: 'electron/server.test.ts', title })
const client = (title: string): Proof => ({ file: 'test/shell/client.test.ts', title })
const audit = (title: string): Proof => ({ file: 'build/audit.test.ts', title })

const ownWorld = confinement('has a sandbox, a world of its own for the preload, and nothing of Node')
const webRules = confinement('keeps the rules of the web and tries nothing out')
const noGuest = confinement('takes no guest in')
const onePlace = confinement('one place makes windows, and none loads a page by file')

export const electronChecklist: readonly Item[] = [
  {
    number: 1,
    asks: 'Only load secure content',
    done: 'Only app:// files of the program are loaded, or in a session of its own the page of the serving PC whose certificate somebody compared, over TLS; every other request is called off.',
    proofs: [
      policy('the page may ask for our own files and nothing else'),
      confinement('calls off every request but those of its own pages'),
      shell('the page cannot reach another host'),
      server('only the certificate that was compared is gone to, as Chromium names it'),
      server('a page of the serving PC asks for nothing elsewhere'),
      client('a PC that shows another certificate is not gone to'),
    ],
  },
  {
    number: 2,
    asks: 'Do not enable Node.js integration for remote content',
    done: 'No page has Node, remote or not, in frames and workers neither.',
    proofs: [ownWorld, shell('exposes exactly the door, and nothing of Node or Electron')],
  },
  {
    number: 3,
    asks: 'Enable context isolation',
    done: 'On for every window: one place makes them all.',
    proofs: [ownWorld, onePlace],
  },
  {
    number: 4,
    asks: 'Enable process sandboxing',
    done: 'On for every window: one place makes them all.',
    proofs: [ownWorld, onePlace],
  },
  {
    number: 5,
    asks: 'Handle session permission requests from remote content',
    done: 'No permission and no device is given to anybody.',
    proofs: [confinement('gives no permission and no device, whoever asks')],
  },
  { number: 6, asks: 'Do not disable webSecurity', done: 'Said to be on.', proofs: [webRules] },
  {
    number: 7,
    asks: 'Define a Content Security Policy',
    done: "default-src 'none', script and style of the program alone, no inline, no eval; the same header behind both doors.",
    proofs: [shell('inline script does not run and is reported as a violation')],
  },
  {
    number: 8,
    asks: 'Do not enable allowRunningInsecureContent',
    done: 'Said to be off.',
    proofs: [webRules],
  },
  { number: 9, asks: 'Do not enable experimental features', done: 'Said to be off.', proofs: [webRules] },
  {
    number: 10,
    asks: 'Do not use enableBlinkFeatures',
    done: 'Named nowhere.',
    proofs: [webRules, onePlace],
  },
  {
    number: 11,
    asks: 'Do not use allowpopups for WebViews',
    done: 'No webview at all.',
    proofs: [webRules, onePlace],
  },
  {
    number: 12,
    asks: 'Verify WebView options before creation',
    done: 'Every attachment is called off.',
    proofs: [noGuest],
  },
  {
    number: 13,
    asks: 'Disable or limit navigation',
    done: 'Navigation, in frames too, and redirects stay on app://khosach, or at the serving PC.',
    proofs: [
      confinement('goes nowhere but to its own pages'),
      confinement('of a serving PC goes nowhere but there'),
      shell('the page cannot be navigated away'),
    ],
  },
  {
    number: 14,
    asks: 'Disable or limit creation of new windows',
    done: 'Every window.open is denied.',
    proofs: [
      confinement('opens no second one, and outside only what is named'),
      shell('no second window stays open'),
    ],
  },
  {
    number: 15,
    asks: 'Do not use shell.openExternal with untrusted content',
    done: 'Three named sites, https, no port, no user.',
    proofs: [
      policy('only named sites over https are opened outside'),
      confinement('opens no second one, and outside only what is named'),
    ],
  },
  {
    number: 16,
    asks: 'Use a current version of Electron',
    done: 'One exact version, packed and audited as something that ships.',
    proofs: [
      configuration('packs the Electron the project is written for'),
      audit('Electron ships, though npm calls it a tool'),
    ],
  },
  {
    number: 17,
    asks: 'Validate the sender of all IPC messages',
    done: 'Only the main frame of our own page is answered, on every channel.',
    proofs: [
      policy('a frame inside it, a vanished frame and look-alikes may not'),
      ipc('answers no other page on any channel'),
    ],
  },
  {
    number: 18,
    asks: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    done: 'Pages come by app:// from a handler that leaves its folder for nobody.',
    proofs: [onePlace, policy('the page may ask for our own files and nothing else')],
  },
  {
    number: 19,
    asks: 'Check which fuses you can change',
    done: 'Every fuse is decided in electron-builder.yml and read back from the packed program.',
    proofs: [
      configuration('says every fuse that Electron has'),
      { file: 'test/packing/package.test.ts', title: 'has the fuses of the configuration in its program' },
    ],
  },
  {
    number: 20,
    asks: 'Do not expose Electron APIs to untrusted web content',
    done: 'Our own page gets one door of named verbs, no ipcRenderer; the page of a serving PC gets none.',
    proofs: [
      shell('exposes exactly the door, and nothing of Node or Electron'),
      confinement('of a serving PC has no bridge to this one'),
    ],
  },
]
