import type { Credentials } from '../service/service';
import type { RandomSource } from './random-source';
import type { OwnedAccount, VisitorAccount } from './visit';

/** The accounts that the traffic uses; a member's is used by one visit at a time, or it might lock by chance. */
export interface Population {
  take(as: VisitorAccount): OwnedAccount;
  /** Gives an account back; one that was never registered is forgotten. */
  giveBack(account: OwnedAccount): void;
}

export function createPopulation(
  first: { readonly operator: Credentials; readonly suspended: Credentials },
  random: RandomSource,
): Population {
  const members: OwnedAccount[] = [];
  const shared: Readonly<Partial<Record<VisitorAccount, OwnedAccount>>> = {
    operator: { ...first.operator, exists: true, openSessions: 0 },
    suspended: { ...first.suspended, exists: true, openSessions: 0 },
  };
  let newcomers = 0;
  const makeNewcomer = (): OwnedAccount => {
    newcomers += 1;
    const email = `customer${String(newcomers)}@mail.example`;
    return { email, password: `correct horse ${email}`, exists: false, openSessions: 0 };
  };
  return {
    take: (as) => {
      if (as !== 'member') return shared[as] ?? makeNewcomer();
      const [member] = members.splice(Math.floor(random() * members.length), 1);
      if (member === undefined) throw new RangeError('every member is visiting already');
      return member;
    },
    giveBack: (account) => {
      const isMember = account.exists && !Object.values(shared).includes(account);
      if (isMember) members.push(account);
    },
  };
}
