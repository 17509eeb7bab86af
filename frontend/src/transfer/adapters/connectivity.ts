/** What the browser knows of the network. */
import type { ConnectivityPort } from "../ports";

export const browserConnectivity: ConnectivityPort = {
  isOnline: () => navigator.onLine,
  onChange(listener) {
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
};
