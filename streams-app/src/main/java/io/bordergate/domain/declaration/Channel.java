package io.bordergate.domain.declaration;

/** Customs control channel: documents only, documents checked, goods inspected. */
public enum Channel {
    GREEN,
    YELLOW,
    RED
}
