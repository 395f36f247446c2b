<?php
// What tests/wordpress/record.sh adds to WordPress. It changes nothing that WordPress does with a post.

// The site is asked for nothing: its pages and its oEmbed files come out of dist/, and nothing else out of anywhere.
add_filter('pre_http_request', function ($answer, $request, $address) {
    $site = getenv('SITE');
    if (!str_starts_with($address, $site)) {
        return new WP_Error('http_request_failed', 'Only the site is there.');
    }
    $path = strtok(substr($address, strlen($site)), '?#');
    $file = getenv('DIST') . '/' . $path . (str_ends_with("/$path", '/') ? 'index.html' : '');
    if (!is_file($file)) {
        return ['headers' => [], 'body' => '', 'response' => ['code' => 404, 'message' => 'Not Found'], 'cookies' => [], 'filename' => null];
    }
    $type = str_ends_with($file, '.json') ? 'application/json' : 'text/html; charset=utf-8';
    $body = str_replace([getenv('PUBLISHED'), str_replace('/', '\/', getenv('PUBLISHED'))], $site, file_get_contents($file));
    return ['headers' => ['content-type' => $type], 'body' => $body, 'response' => ['code' => 200, 'message' => 'OK'], 'cookies' => [], 'filename' => null];
}, 10, 3);

// Marks where the content of a post begins and ends, in pages and in feeds.
add_filter('the_content', fn ($it) => '<!--[' . get_the_ID() . "-->$it<!--" . get_the_ID() . ']-->', PHP_INT_MAX);
