package com.acme.shop;

/** An exception of an application, of which a log tells the name only. */
public final class OrderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrderException(String message) {
        super(message);
    }
}
