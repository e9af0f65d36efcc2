import type * as contract from '../contract/system.ts'
import type { ProxyFinding } from '../proxy-watch.ts'

const SHARED =
  'So all visitors count as one address, and whoever guesses passwords or asks too much slows the others down.'

export function proxyView(finding: ProxyFinding | null): contract.System['proxy'] {
  if (finding === null) return null
  if (finding.kind === 'unbelieved') {
    return {
      sentence: `A proxy at ${finding.address} says where requests come from, and is not believed. ${SHARED}`,
      cure: `If it is yours, set TRUST_PROXY=${finding.line} in .env and start the desk again.`,
    }
  }
  if (finding.kind === 'unnamed') {
    return {
      sentence: `PUBLIC_URL is https, so a proxy stands in front of the desk, but TRUST_PROXY names none. ${SHARED}`,
      cure: 'Set TRUST_PROXY=uniquelocal in .env if the proxy is in a network of your own, else its address, and start the desk again.',
    }
  }
  return {
    sentence: `What comes to PUBLIC_URL comes from a program on this computer that does not say whose it is. ${SHARED}`,
    cure: 'Let the proxy or tunnel send X-Forwarded-For. In nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  }
}
