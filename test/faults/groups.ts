import { alteredFile } from './database/altered-file.js'
import { lockedFile } from './database/locked-file.js'
import { lockedFileForAMoment } from './database/locked-file-for-a-moment.js'
import { postgresqlCrashes } from './database/postgresql-crashes.js'
import { postgresqlReadOnly } from './database/postgresql-read-only.js'
import { postgresqlStuckWriter } from './database/postgresql-stuck-writer.js'
import { fullBeforeAdding } from './disk/full-before-adding.js'
import { fullStandardOutput } from './disk/full-standard-output.js'
import { fullWhileAdding } from './disk/full-while-adding.js'
import { fullWhileWritingAFile } from './disk/full-while-writing-a-file.js'
import { homeNotWritable } from './disk/home-not-writable.js'
import { noHome } from './disk/no-home.js'
import { readOnlyFolder } from './disk/read-only-folder.js'
import { readOnlyLedger } from './disk/read-only-ledger.js'
import { brokenWarc } from './document/broken-warc.js'
import { circularPdf } from './document/circular-pdf.js'
import { encryptedPdf } from './document/encrypted-pdf.js'
import { entityBomb } from './document/entity-bomb.js'
import { gzipBomb } from './document/gzip-bomb.js'
import { zipBomb } from './document/zip-bomb.js'
import type { FaultGroup } from './fault.js'
import { clockSteps } from './machine/clock-steps.js'
import { fewFiles } from './machine/few-files.js'
import { brokenModel } from './model/broken-model.js'
import { bombOverHttp } from './network/bomb-over-http.js'
import { breakingOffServer } from './network/breaking-off-server.js'
import { changingName } from './network/changing-name.js'
import { endlessServer } from './network/endless-server.js'
import { noHttp } from './network/no-http.js'
import { redirectsInACircle } from './network/redirects-in-a-circle.js'
import { redirectsInside } from './network/redirects-inside.js'
import { slowServer } from './network/slow-server.js'
import { wronglyPackedAnswer } from './network/wrongly-packed-answer.js'
import { interruptedWhileAdding } from './process/interrupted-while-adding.js'
import { killedWhileAdding } from './process/killed-while-adding.js'
import { killedWhileUpdating } from './process/killed-while-updating.js'
import { twoAtOnce } from './process/two-at-once.js'
import { workerEnds } from './process/worker-ends.js'
import { serverKilled } from './server/server-killed.js'
import { serverWithoutDatabase } from './server/server-without-database.js'
import { readerGone } from './stream/reader-gone.js'

/** All faults, in the order of docs/reliability.md. */
export const GROUPS: readonly FaultGroup[] = [
  {
    title: 'Disks and folders',
    faults: [
      fullWhileAdding,
      fullBeforeAdding,
      fullWhileWritingAFile,
      fullStandardOutput,
      readOnlyLedger,
      readOnlyFolder,
      homeNotWritable,
      noHome,
    ],
  },
  {
    title: 'Processes',
    faults: [killedWhileAdding, interruptedWhileAdding, workerEnds, twoAtOnce, killedWhileUpdating, readerGone],
  },
  { title: 'The machine', faults: [fewFiles, clockSteps] },
  {
    title: 'Databases',
    faults: [
      lockedFileForAMoment,
      lockedFile,
      alteredFile,
      postgresqlCrashes,
      postgresqlReadOnly,
      postgresqlStuckWriter,
    ],
  },
  { title: 'The server', faults: [serverKilled, serverWithoutDatabase] },
  {
    title: 'The web',
    faults: [
      slowServer,
      endlessServer,
      breakingOffServer,
      wronglyPackedAnswer,
      bombOverHttp,
      noHttp,
      redirectsInACircle,
      redirectsInside,
      changingName,
    ],
  },
  { title: 'Pages and archives', faults: [gzipBomb, zipBomb, entityBomb, encryptedPdf, circularPdf, brokenWarc] },
  { title: 'The model', faults: [brokenModel] },
]
