import { ROLE_WORDS } from "@/components/people/role-words";
import { Avatar } from "@/components/ui/avatar";
import type { Role } from "@/lib/domain/role";

interface DemoAccountsProps {
  accounts: readonly { id: string; name: string; email: string; role: Role }[];
  onPick: (email: string) => void;
}

/** The demo's people: one press fills the form. */
export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts" className="mt-6 border-t border-line pt-4">
      <h2 id="demo-accounts" className="eyebrow">
        Demo accounts
      </h2>
      <p className="mt-1 text-xs text-ink-2">Choose one to fill in the form.</p>
      <ul className="mt-2 -mb-2 grid gap-px">
        {accounts.map(({ id, name, email, role }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onPick(email)}
              className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-2.5 rounded px-2 py-1.5 text-start transition-colors duration-100 hover:bg-sunk"
            >
              <Avatar id={id} name={name} decorative />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{name}</span>
                <span className="block truncate text-xs text-ink-3">{email}</span>
              </span>
              <span className="text-xs text-ink-2">{ROLE_WORDS[role].label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
