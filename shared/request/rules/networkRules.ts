import type { CreateCompilationJobRequest } from '../../api/compilationJob.ts';
import type { Finding } from '../../api/finding.ts';
import { warningFinding, type RequestRule } from './rule.ts';

type VpcMember = keyof NonNullable<CreateCompilationJobRequest['VpcConfig']>;

const KINDS: readonly { member: VpcMember; prefix: string; other: string; what: string }[] = [
  { member: 'SecurityGroupIds', prefix: 'sg-', other: 'subnet-', what: 'A security group ID' },
  { member: 'Subnets', prefix: 'subnet-', other: 'sg-', what: 'A subnet ID' },
];

/** Source: VpcConfig, "IDs have the form of sg-xxxxxxxx"; subnets likewise are subnet-xxxxxxxx. */
export const networkIds: RequestRule = ({ VpcConfig }) => {
  if (!VpcConfig) return [];
  return KINDS.flatMap(({ member, prefix, other, what }) =>
    VpcConfig[member].flatMap((id, index): Finding[] => {
      const path = ['VpcConfig', member, index];
      if (VpcConfig[member].indexOf(id) < index) {
        const fix = { label: 'Remove it', edits: [{ path }] };
        return [warningFinding('vpc.duplicate', path, `${id} is given twice.`, fix)];
      }
      if (id === '' || id.startsWith(prefix)) return [];
      const hint = id.startsWith(other) ? ` ${id} belongs in the other list.` : '';
      return [
        warningFinding('vpc.id', path, `${what} starts with ${prefix}, such as ${prefix}0123456789abcdef0.${hint}`),
      ];
    }),
  );
};
