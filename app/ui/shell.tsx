import { Form, Link, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { GoTo } from './go-to.tsx';

export interface NavItem {
  readonly to: string;
  readonly label: string;
  /** Addresses outside its own that belong to it. */
  readonly also?: readonly string[] | undefined;
}

interface ShellProps {
  workspaceName: string;
  memberName: string;
  /** What the member may do, in words. */
  permission: string;
  /** Only the places this member may open, in the order of the work. */
  nav: readonly NavItem[];
  searchTo?: string;
  children: ReactNode;
}

/** The frame of every page behind sign-in. */
export function Shell({
  workspaceName,
  memberName,
  permission,
  nav,
  searchTo = '/go',
  children,
}: ShellProps) {
  const { pathname } = useLocation();
  const main = useFocusOnArrival(pathname);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="shell">
        <header className="side">
          <Link className="brand" to="/">
            <BrandMark />
            Rolecall
          </Link>
          <a className="menu-link" href="#menu">
            Menu
          </a>
          {/* A new page gets a new element: the menu opened by :target on the last one is then closed. */}
          <div className="menu" id="menu" key={pathname}>
            <GoTo to={searchTo} />
            <MainNav nav={nav} pathname={pathname} />
            <SignedIn workspaceName={workspaceName} memberName={memberName} permission={permission} />
            <a className="menu-close" href="#main">
              Close menu
            </a>
          </div>
        </header>
        <main id="main" tabIndex={-1} ref={main}>
          {children}
        </main>
      </div>
    </>
  );
}

function MainNav({ nav, pathname }: { nav: readonly NavItem[]; pathname: string }) {
  return (
    <nav aria-label="Main">
      <ul>
        {nav.map(({ to, label, also = [] }) => (
          <li key={to}>
            <Link to={to} aria-current={[to, ...also].some(covers(pathname)) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function covers(pathname: string) {
  return (to: string) => pathname === to || pathname.startsWith(`${to}/`);
}

function SignedIn({
  workspaceName,
  memberName,
  permission,
}: Record<'workspaceName' | 'memberName' | 'permission', string>) {
  return (
    <div className="who note">
      <p>{workspaceName}</p>
      <p>
        {memberName}, {permission}
      </p>
      {/* Signing out loads a new document, so nothing of the workspace stays in the browser's memory. */}
      <Form method="post" action="/sign-out" reloadDocument>
        <button className="button plain" type="submit">
          Sign out
        </button>
      </Form>
    </div>
  );
}

/** Moves focus to the page after a move inside the app, as a full page load would; not on the first load. */
function useFocusOnArrival(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

export function BrandMark() {
  return (
    <svg width="1.25rem" height="1.25rem" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
      <circle cx="5" cy="5" r="3.75" />
      <path d="M15 1.2 19 8.6H11z" />
      <path d="M1.5 11.5h7v7h-7z" />
      <path d="M15 10.8 19.2 15 15 19.2 10.8 15z" />
    </svg>
  );
}
