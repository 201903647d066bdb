import { bodyLimit } from 'hono/body-limit'
import { OnrecordError } from '../../core/model/index.js'
import { refusal } from './refusal.js'

/** Bytes: twice what the longest password takes with its name, each character escaped. */
const MOST = 32 * 1024

/** Refuses bodies longer than any of these routes takes. */
export const smallBody = bodyLimit({
  maxSize: MOST,
  onError: () => refusal(new OnrecordError('request-too-large', `The request has more than ${MOST} bytes.`)),
})
