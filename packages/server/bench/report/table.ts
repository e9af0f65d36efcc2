import { type Finding, isReached } from '../measure.ts'

const HEAD = ['Measure', 'Value', 'Reference', 'Its value', 'Ratio', 'Goal', 'Reached']

/** A table in Markdown. */
export function table(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.measure,
    finding.value,
    finding.reference,
    finding.referenceValue,
    finding.ratio.toFixed(2),
    ...describeGoal(finding),
  ])
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function describeGoal({ ratio, goal }: Finding): [goal: string, reached: string] {
  if (goal === null) return ['-', '-']
  return ['atLeast' in goal ? `>= ${goal.atLeast}` : `<= ${goal.atMost}`, isReached(ratio, goal) ? 'yes' : '**no**']
}
