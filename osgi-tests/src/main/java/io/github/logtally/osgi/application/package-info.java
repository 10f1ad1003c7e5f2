/** What runs inside the OSGi frameworks: the tests make bundles of these classes. */
package io.github.logtally.osgi.application;
