package io.github.logtally.jcstress;

/** What a slot holds: plain fields, one after the other. */
final class Event {
    int first;
    int second;

    void set(int number) {
        first = number;
        second = number;
    }
}
