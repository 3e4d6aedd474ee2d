import { useEffect, useState } from 'react';

/** Puts the focus on an element, by its `id`, once the change that was just made is on the page. */
export function useFocusAfter(): (id: string) => void {
  const [wish, setWish] = useState<{ id: string } | null>(null);
  useEffect(() => {
    if (wish) document.getElementById(wish.id)?.focus();
  }, [wish]);
  return (id) => setWish({ id });
}
