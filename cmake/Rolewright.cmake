# SPDX-License-Identifier: Apache-2.0
# What every target of the house has in common, and the three ways to declare one.

add_library(rolewright_options INTERFACE)
target_compile_features(rolewright_options INTERFACE cxx_std_20)
target_compile_options(rolewright_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough)
target_compile_definitions(rolewright_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    ROLEWRIGHT_VERSION="${PROJECT_VERSION}")
target_include_directories(rolewright_options INTERFACE ${CMAKE_SOURCE_DIR})
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(rolewright_options INTERFACE QT_FORCE_ASSERTS)
endif()
if(ROLEWRIGHT_WERROR)
    target_compile_options(rolewright_options INTERFACE -Werror)
endif()
if(ROLEWRIGHT_SANITIZE)
    target_compile_options(rolewright_options INTERFACE -fsanitize=${ROLEWRIGHT_SANITIZE}
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(rolewright_options INTERFACE -fsanitize=${ROLEWRIGHT_SANITIZE})
endif()

# The headers that nearly every source includes, read once: they halve the time of a build.
add_library(rolewright_pch OBJECT ${CMAKE_CURRENT_LIST_DIR}/pch.cpp)
target_link_libraries(rolewright_pch PRIVATE rolewright_options Qt6::Core tl::expected)
target_precompile_headers(rolewright_pch PRIVATE ${CMAKE_CURRENT_LIST_DIR}/pch_core.h)
set_target_properties(rolewright_pch PROPERTIES AUTOMOC OFF)
add_library(rolewright_pch_ui OBJECT ${CMAKE_CURRENT_LIST_DIR}/pch.cpp)
target_link_libraries(rolewright_pch_ui PRIVATE rolewright_options Qt6::Widgets tl::expected)
target_precompile_headers(rolewright_pch_ui PRIVATE ${CMAKE_CURRENT_LIST_DIR}/pch_ui.h)
set_target_properties(rolewright_pch_ui PROPERTIES AUTOMOC OFF)

function(rolewright_precompile name)
    if(NOT ROLEWRIGHT_PCH)
        return()
    endif()
    if(";${ARGN};" MATCHES ";(ui|Qt6::Widgets);")
        target_precompile_headers(${name} REUSE_FROM rolewright_pch_ui)
    else()
        target_precompile_headers(${name} REUSE_FROM rolewright_pch)
    endif()
endfunction()

# rolewright_library(core_policy SOURCES a.cpp a.h LINK core_base Qt6::Core)
function(rolewright_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC rolewright_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE})
    rolewright_precompile(${name} ${ARG_LINK})
endfunction()

# rolewright_program(rolewrightctl SOURCES main.cpp LINK core_store)
function(rolewright_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE rolewright_options ${ARG_LINK})
    rolewright_precompile(${name} ${ARG_LINK})
endfunction()

# rolewright_test(core/tst_policy LINK core_policy [LABELS slow] [DESKTOP])
# One source tst_policy.cpp, one test program. DESKTOP: it runs on a virtual desktop with a window manager, where windows
# become active and lose the focus as they really do. KEYRING: with a real gnome-keyring of its own, unlocked.
function(rolewright_test path)
    cmake_parse_arguments(ARG "DESKTOP;KEYRING" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    get_filename_component(name ${path} NAME)
    add_executable(${name} ${path}.cpp ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE rolewright_options Qt6::Test ${ARG_LINK})
    rolewright_precompile(${name} ${ARG_LINK})
    target_compile_definitions(${name} PRIVATE ROLEWRIGHT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        ROLEWRIGHT_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    if(ARG_DESKTOP)
        add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/support/with-desktop.sh $<TARGET_FILE:${name}>)
    elseif(ARG_KEYRING)
        add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/support/with-keyring.sh $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
