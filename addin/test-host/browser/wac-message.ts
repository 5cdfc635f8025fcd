import type { WireValue } from "../rich-api/wire.ts";

/**
 * A message between the frame of an add-in and the page of Excel on the web: JSON text over `postMessage`. Observed from
 * @microsoft/office-js 1.1.110; Microsoft does not document it.
 */
export interface WacMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: WireValue;
}

const REQUEST = 0;
const RESPONSE = 1;
const FOR_EVENTS = 1;

/** What a request wants: a call, or to hear of an event from now on, or no longer. */
export const WANTS = { call: 0, hear: 1, hearNoMore: 2 } as const;

/** The request in a text that reached the page; null for anything else that is posted there. */
export function wacRequest(text: string): WacMessage | null {
  try {
    const message = JSON.parse(text) as Partial<WacMessage> | null;
    const isRequest = message?._messageType === REQUEST && typeof message._conversationId === "string";
    return isRequest ? (message as WacMessage) : null;
  } catch {
    return null;
  }
}

/** The text that answers a request. */
export function wacAnswer(request: WacMessage, data: WireValue, origin: string): string {
  return response(request, data, origin, 0);
}

/** The text that tells of an event to who registered for it. */
export function wacEvent(registration: WacMessage, data: WireValue, origin: string): string {
  return response(registration, data, origin, FOR_EVENTS);
}

/** `OSF.AgaveHostAction`: who has the keyboard, Excel or the frame. */
export const KEYBOARD = { tabIn: 11, tabOut: 13 } as const;

/** The text by which Excel tells the frame that the focus comes into it: to its first stop. */
export function wacTabIn(conversation: string, number: number, origin: string): string {
  const to = { _conversationId: `${conversation}_ntf`, _correlationId: number, _actionName: "Office_notifyAgave" };
  const request = { _messageType: REQUEST, _actionType: WANTS.call, _serializerVersion: 1, _origin: origin };
  return JSON.stringify({ ...request, ...to, _data: [KEYBOARD.tabIn] });
}

function response(message: WacMessage, data: WireValue, origin: string, type: number): string {
  const added = { _messageType: RESPONSE, _responseType: type, _errorCode: 0, _serializerVersion: 1 };
  return JSON.stringify({ ...message, ...added, _data: data, _origin: origin });
}
