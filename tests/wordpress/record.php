<?php
// Reads the pages and the feed of the WordPress that is running, as anybody would, and prints what became of each post.
[, $wish, $file] = $argv;
$posts = json_decode(file_get_contents($file), true);
$blog = 'http://127.0.0.1:' . getenv('PORT');
if ($wish === 'list') {
    foreach ($posts as $it) {
        echo "$blog/?p=$it[post]  $it[given], $it[locale], $it[role]\n";
    }
    echo "$blog/?feed=rss2\n";
    exit;
}

$get = function ($address) {
    for ($tries = 0; $tries < 100; $tries++) {
        $answer = @file_get_contents($address);
        if ($answer !== false) {
            return $answer;
        }
        usleep(200_000);
    }
    throw new Exception("$address does not answer.");
};
// A secret is another one each time.
$steady = fn ($it) => preg_replace(['/secret=\w{10}\b/', '/data-secret="\w{10}"/'], ['secret=s3cr3ts3cr', 'data-secret="s3cr3ts3cr"'], $it);
$marked = fn ($post, $text) => preg_match("/<!--\\[$post-->(.*?)<!--$post\\]-->/s", $text, $found) ? $steady(trim($found[1])) : throw new Exception("Post $post is not there.");
$feed = $get("$blog/?feed=rss2");

$recorded = array_map(function ($it) use ($get, $blog, $marked, $feed) {
    ['post' => $post] = $it;
    $page = $get("$blog/?p=$post");
    unset($it['post']);
    return $it + [
        'page' => $marked($post, $page),
        'feed' => $marked($post, $feed),
        // The script that gives frames their height stands in the page.
        'has_script' => (bool) preg_match('|/wp-embed(\.min)?\.js|', $page),
    ];
}, $posts);
preg_match('|<generator>.*?\?v=([\d.]+)|', $feed, $version);
echo json_encode(['wordpress' => $version[1], 'site' => getenv('SITE'), 'posts' => $recorded],
    JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
