package com.example.shop;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders over HTTP. */
@RestController
class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final Set<String> PRODUCTS = Set.of("hats", "shoes", "socks");

    @GetMapping("/order/{product}")
    String order(@PathVariable("product") String product, @RequestParam("pieces") int pieces) {
        long start = System.nanoTime();
        if (!PRODUCTS.contains(product)) {
            throw new IllegalArgumentException("There is no " + product);
        }
        LOG.info(
                "Order of {} {} took {} ms", pieces, product, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return "Thank you\n";
    }
}
