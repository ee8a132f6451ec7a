import { NavLink, Outlet, useLoaderData } from '@remix-run/react';
import type { loader } from './route.tsx';

export function SettingsFrame() {
  const { tabs } = useLoaderData<typeof loader>();
  return (
    <>
      <nav className="tabs settings-tabs" aria-label="Settings">
        <ul>
          {tabs.map(({ to, label }) => (
            <li key={to}>
              {/* The first one leads to where all of them lie. */}
              <NavLink to={to} end={to === '/settings'}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
