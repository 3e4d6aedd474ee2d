import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { CrashPage } from './CrashPage.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Catches what breaks outside of pages. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />;
  }
}

/** Shows what broke in a page; the rail stays. */
export function RouteErrorBoundary() {
  return <CrashPage error={useRouteError()} />;
}
