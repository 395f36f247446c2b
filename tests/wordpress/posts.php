<?php
// Sets WordPress up and writes the posts: every snippet and every address, in every language, by every role.
// Prints what was given to whom as JSON.
$folder = $argv[1];
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('PORT');
$_SERVER['SERVER_NAME'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('A newspaper', 'administrator', 'editor@newspaper.example', true, '', 'password');
wp_delete_post(1, true);
update_option('posts_per_rss', 1000);
$roles = ['administrator' => 1];
foreach (['editor', 'author', 'contributor'] as $role) {
    $roles[$role] = wp_insert_user(['user_login' => $role, 'user_pass' => 'password', 'user_email' => "$role@newspaper.example", 'role' => $role]);
}
$administrator = get_user_by('id', 1);

$site = getenv('SITE');
$dist = getenv('DIST');
$read = fn ($path) => str_replace(getenv('PUBLISHED'), $site, file_get_contents("$dist/$path"));

// WordPress wraps code and addresses alike when they are put into its editor.
$code = fn ($it) => "<!-- wp:html -->\n$it\n<!-- /wp:html -->";
$pasted = fn ($it) => '<!-- wp:embed ' . json_encode(['url' => $it, 'type' => 'rich', 'responsive' => true], JSON_UNESCAPED_SLASHES)
    . " -->\n<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n$it\n</div></figure>\n<!-- /wp:embed -->";
$bare = fn ($it) => "Before.\n\n$it\n\nAfter.";

$posts = [];
foreach (glob("$dist/*/embed/index.html") as $page) {
    $locale = basename(dirname($page, 2));
    $given = [];
    preg_match_all('|<textarea[^>]* data-code="(\w+)"[^>]*>(.*?)</textarea>|s', $read("$locale/embed/index.html"), $found, PREG_SET_ORDER);
    foreach ($found as [, $name, $text]) {
        $given[$name] = ['', html_entity_decode($text, ENT_QUOTES | ENT_HTML5), $code];
    }
    // A page of its own is an address that can be pasted; one is enough, for all are made alike.
    $guarantees = array_map(fn ($it) => "guarantees/" . basename(dirname($it)) . '/', glob("$dist/$locale/guarantees/*/frame.html"));
    $given += [
        'address' => ['', "$site$locale/", $pasted],
        'address alone' => ['', "$site$locale/", $bare],
        'address of an option' => [$guarantees[0], "$site$locale/$guarantees[0]", $pasted],
        'address with answers' => ['', "$site$locale/#war=armistice&us=troops", $pasted],
    ];
    foreach ($given as $name => [$path, $text, $put]) {
        $oembed = json_decode($read('oembed/' . rtrim("$locale/$path", '/') . '.json'));
        foreach ($roles as $role => $id) {
            // This also says which tags WordPress lets through.
            wp_set_current_user($id);
            kses_init();
            $status = current_user_can('publish_posts') ? 'publish' : 'pending';
            $post = wp_insert_post(wp_slash([
                'post_title' => "$name, $locale, $role", 'post_content' => $put($text), 'post_status' => $status, 'post_author' => $id,
            ]), true);
            if (is_wp_error($post)) {
                throw new Exception($post->get_error_message());
            }
            wp_set_current_user(1);
            kses_init();
            wp_publish_post($post);
            $posts[] = [
                'post' => $post, 'locale' => $locale, 'role' => $role, 'given' => $name, 'path' => $path, 'title' => $oembed->title,
                'code' => str_starts_with($name, 'address') ? $oembed->html : $text,
            ];
        }
    }
}
echo json_encode($posts, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\n";
