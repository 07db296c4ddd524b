/** What every test of the API speaks: tenants of its own, requests held against the contract. */
package dev.pulso.testing;
