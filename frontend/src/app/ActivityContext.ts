/** Hands what passes a person's activity on to components; one for the whole page. */
import { createContext, use } from "react";
import { createConsentStore } from "@/features/activity/analytics/consent";
import { Activity } from "./activity";

const ofPage = new Activity(createConsentStore(localStorage, navigator));

export const ActivityContext = createContext(ofPage);

export function useActivity(): Activity {
  return use(ActivityContext);
}
