import type { DemoConversation } from '../demo-script.ts'
import { closed } from './closed.ts'
import { replied } from './replied.ts'
import { trouble } from './trouble.ts'
import { waiting } from './waiting.ts'

/** A believable week at a bicycle shop. */
export const conversations: readonly DemoConversation[] = [...waiting, ...replied, ...trouble, ...closed]
