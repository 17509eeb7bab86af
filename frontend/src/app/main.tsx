/** Starts the app. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@/ui/theme.css";
import { App } from "./App";
import { createServices } from "./services";
import { applyTheme } from "./theme";

applyTheme(document.documentElement);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App services={createServices()} />
  </StrictMode>,
);
