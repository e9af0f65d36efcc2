import { type Finding, type Goal, isReached } from '../measure.ts'

const HEAD = ['Measure', 'Value', 'Reference', 'Its value', 'Ratio', 'Goal', 'Reached']

/** A table in Markdown. */
export function table(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.measure,
    finding.value,
    finding.reference,
    finding.referenceValue,
    finding.ratio.toFixed(2),
    describeGoal(finding.goal),
    isReached(finding) ? 'yes' : '**no**',
  ])
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function describeGoal(goal: Goal): string {
  return 'atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`
}
